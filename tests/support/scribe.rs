//! Makes facts of what was drawn at random.

use enclair::kernel::{
    Auth, Fact, Facts, FactsBuilder, GateKind, Grade, Guess, Mode, Name, Order, Power, Shield, Strength, When,
};

use super::random::{ASSETS, Case, Draw, Kind, Sort};

/// Grades that a fact may carry, some more often than others.
const GRADES: &[Grade] =
    &[Grade::Design, Grade::Design, Grade::Design, Grade::Privilege, Grade::Privilege, Grade::Tampering, Grade::Breach];

/// Powers that a fact may give, the stronger more often.
const GIVEN: &[Power] = &[Power::Store, Power::Run, Power::Change, Power::Change];

/// Makes facts of draws.
pub(super) struct Scribe<'c> {
    case: &'c Case,
    builder: FactsBuilder,
    label: &'c dyn Fn(Sort, usize) -> String,
}

fn pick<T: Copy>(from: &[T], number: u8) -> T {
    from[usize::from(number) % from.len()]
}

/// A number below `count`, the low ones more often, so that facts meet on the same things.
fn lowish(number: u8, count: usize) -> usize {
    let number = usize::from(number);
    (number * number * count) >> 16
}

/// As [`lowish`], and other than a first one, unless both numbers are the same.
fn other(first: u8, number: u8, count: usize) -> usize {
    if first == number {
        return lowish(number, count);
    }
    let other = lowish(number, count - 1);
    other + usize::from(other >= lowish(first, count))
}

impl<'c> Scribe<'c> {
    pub(super) fn new(case: &'c Case, builder: FactsBuilder, label: &'c dyn Fn(Sort, usize) -> String) -> Self {
        Self { case, builder, label }
    }

    /// Declares every actor and item, used or not.
    pub(super) fn declare(&mut self) {
        for number in 0..self.case.actors {
            self.builder.actor(&(self.label)(Sort::Actor, number));
        }
        for number in 0..ASSETS {
            let asset = self.builder.name(&(self.label)(Sort::Asset, number));
            self.builder.add(Fact::Asset { asset }, &[]);
        }
        for number in 0..self.case.secrets {
            let secret = self.builder.name(&(self.label)(Sort::Secret, number));
            self.builder.add(Fact::Secret { secret }, &[]);
        }
    }

    /// Adds the fact drawn.
    pub(super) fn write(&mut self, draw: &Draw) {
        let fact = self.fact(draw);
        self.builder.add(fact, &[]);
    }

    pub(super) fn finish(self) -> Facts {
        self.builder.finish()
    }

    fn name(&mut self, sort: Sort, count: usize, number: u8) -> Name {
        self.builder.name(&(self.label)(sort, lowish(number, count)))
    }

    fn actor(&mut self, number: u8) -> Name {
        self.name(Sort::Actor, self.case.actors, number)
    }

    fn component(&mut self, number: u8) -> Name {
        self.name(Sort::Component, self.case.components, number)
    }

    fn asset(&mut self, number: u8) -> Name {
        self.name(Sort::Asset, ASSETS, number)
    }

    fn secret(&mut self, number: u8) -> Name {
        self.name(Sort::Secret, self.case.secrets, number)
    }

    /// As often data as a secret.
    fn item(&mut self, number: u8) -> Name {
        if number.is_multiple_of(2) { self.asset(number) } else { self.secret(number) }
    }

    fn secrets(&mut self, numbers: &[u8]) -> Vec<Name> {
        let mut names: Vec<Name> = numbers.iter().map(|number| self.secret(*number)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn fact(&mut self, draw: &Draw) -> Fact {
        match draw.kind {
            Kind::Intended | Kind::Holds | Kind::Power | Kind::Staff | Kind::Owned | Kind::Subject => self.person(draw),
            Kind::On | Kind::Mount | Kind::Code | Kind::AdminIf => self.component_fact(draw),
            Kind::Clear | Kind::Sealed | Kind::Gate => self.presence(draw),
            Kind::Roster | Kind::Pw => self.key(draw),
        }
    }

    fn person(&mut self, draw: &Draw) -> Fact {
        let [a, b, c, d] = draw.picks;
        let actor = self.actor(a);
        let other = (self.label)(Sort::Actor, other(a, b, self.case.actors));
        let other = self.builder.name(&other);
        match draw.kind {
            Kind::Intended => Fact::Intended { actor, asset: self.asset(b) },
            Kind::Holds => Fact::Holds { actor, secret: self.secret(b), grade: pick(GRADES, c) },
            Kind::Power => {
                Fact::Power { actor, component: self.component(b), power: pick(GIVEN, c), grade: pick(GRADES, d) }
            }
            Kind::Staff => Fact::Staff { actor, organisation: other },
            Kind::Owned => Fact::Owned { organisation: actor, owner: other },
            _ => Fact::Subject { organisation: actor, authority: other, order: pick(Order::ALL, c) },
        }
    }

    fn component_fact(&mut self, draw: &Draw) -> Fact {
        let [a, b, c, _] = draw.picks;
        let component = self.component(a);
        let other = (self.label)(Sort::Component, other(a, b, self.case.components));
        let other = self.builder.name(&other);
        match draw.kind {
            Kind::On => Fact::On { guest: component, host: other, shield: pick(Shield::ALL, c) },
            Kind::Mount => Fact::Mount { component, store: other },
            Kind::Code => Fact::Code { component, supplier: other, mode: pick(Mode::ALL, c) },
            _ => Fact::AdminIf { component, power: pick(Power::ALL, c), factors: self.secrets(&draw.list) },
        }
    }

    fn presence(&mut self, draw: &Draw) -> Fact {
        let [a, b, c, d] = draw.picks;
        let (component, item) = (self.component(a), self.item(b));
        let when = pick(When::ALL, c);
        match draw.kind {
            Kind::Clear => Fact::Clear { component, item, when },
            Kind::Sealed => Fact::Sealed {
                component,
                item,
                keys: self.secrets(&draw.list),
                when,
                strength: pick(&[Strength::Strong, Strength::Strong, Strength::Weak], d),
            },
            _ => self.gate(draw),
        }
    }

    /// A gate on something that is there, with factors that somebody holds, if any.
    fn gate(&mut self, draw: &Draw) -> Fact {
        let present = self.case.presences();
        let [a, b, ..] = if present.is_empty() { draw.picks } else { pick(&present, draw.picks[0]).picks };
        let held = self.case.held();
        let factor = |number: &u8| if held.is_empty() { *number } else { pick(&held, *number) };
        let factors: Vec<u8> = draw.list.iter().map(factor).collect();
        Fact::Gate {
            component: self.component(a),
            item: self.item(b),
            factors: self.secrets(&factors),
            kind: pick(GateKind::ALL, draw.picks[2]),
        }
    }

    fn key(&mut self, draw: &Draw) -> Fact {
        let [a, b, c, d] = draw.picks;
        if draw.kind == Kind::Pw {
            let sealing = self.case.sealing();
            let key = if sealing.is_empty() { a } else { pick(&sealing, a) };
            return Fact::Pw { key: self.secret(key), password: self.secret(b), guess: pick(Guess::ALL, c) };
        }
        Fact::Roster { end: self.component(a), item: self.item(b), source: self.component(c), auth: pick(Auth::ALL, d) }
    }
}
