//! The independent checker: re-derives every step of a printed proof.
//!
//! It shares nothing with the engine but the types of facts, atoms and steps. Each rule is written
//! here a second time, by hand, from its sentence.

use thiserror::Error;

use super::clause::Rule;
use super::fact::{Auth, Fact, GateKind, Guess, Mode, Power, Shield, Strength, When};
use super::facts::Facts;
use super::grade::Grade;
use super::name::Name;
use super::proof::{Proof, Step};
use super::solution::{Atom, Phase};

/// Why a proof is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// There is no step.
    #[error("the proof has no step")]
    Empty,
    /// A step uses itself or a later one.
    #[error("step {0} uses a step that is not before it")]
    Order(usize),
    /// A step cites a fact that is not of the set.
    #[error("step {0} cites an unknown fact")]
    UnknownFact(usize),
    /// The premises do not give the conclusion by the named rule.
    #[error("step {0} does not follow by {1}")]
    DoesNotFollow(usize, Rule),
    /// The grade is not that of the rule and its premises.
    #[error("step {0} has another grade than its premises give")]
    Grade(usize),
    /// The last step is not what was to be proved.
    #[error("the proof concludes something else")]
    Conclusion,
}

/// Checks that a proof derives the atom at the grade from the facts.
///
/// # Errors
/// The first step that does not hold, and why.
pub fn check(facts: &Facts, proof: &Proof, atom: Atom, grade: Grade) -> Result<(), Refusal> {
    for (at, step) in proof.steps.iter().enumerate() {
        check_step(facts, proof, at, step)?;
    }
    match proof.steps.last() {
        None => Err(Refusal::Empty),
        Some(last) if last.conclusion == atom && last.grade == grade => Ok(()),
        Some(_) => Err(Refusal::Conclusion),
    }
}

fn check_step(facts: &Facts, proof: &Proof, at: usize, step: &Step) -> Result<(), Refusal> {
    if step.premises.iter().any(|premise| *premise >= at) {
        return Err(Refusal::Order(at));
    }
    let cited: Option<Vec<&Fact>> = step.facts.iter().map(|id| facts.get(*id)).collect();
    let cited = cited.ok_or(Refusal::UnknownFact(at))?;
    let premises: Vec<(Atom, Grade)> =
        step.premises.iter().map(|premise| (proof.steps[*premise].conclusion, proof.steps[*premise].grade)).collect();
    let view = View {
        facts,
        cited: &cited,
        premises: &premises,
        conclusion: step.conclusion,
        next: proof.phase == Phase::Next,
    };
    let mut floor = view.floor(step.rule).ok_or(Refusal::DoesNotFollow(at, step.rule))?;
    if step.rule != Rule::R0 && matches!(step.conclusion, Atom::Past(..) | Atom::New(..)) {
        floor = floor.max(Grade::Privilege);
    }
    let given = premises.iter().map(|(_, grade)| *grade).fold(floor, Grade::max);
    if given == step.grade { Ok(()) } else { Err(Refusal::Grade(at)) }
}

/// One step with what it cites.
struct View<'a> {
    facts: &'a Facts,
    cited: &'a [&'a Fact],
    premises: &'a [(Atom, Grade)],
    conclusion: Atom,
    next: bool,
}

impl View<'_> {
    /// The floor of the rule for this step, if the conclusion follows.
    fn floor(&self, rule: Rule) -> Option<Grade> {
        match rule {
            Rule::R0 => self.declared(),
            Rule::R1 => self.organisation(),
            Rule::R2 => self.stronger_power(),
            Rule::R3 => self.hosting(),
            Rule::R4 => self.supplied_code(),
            Rule::R5 => self.administration(),
            Rule::R6 => self.plaintext(),
            Rule::R7 => self.decryption(),
            Rule::R8 => self.software_lock(),
            Rule::R9 => self.substitution(),
            Rule::R10 => self.password(),
            Rule::R11 => self.weakness(),
        }
    }

    fn only_fact(&self) -> Option<&Fact> {
        match self.cited {
            [fact] => Some(fact),
            _ => None,
        }
    }

    fn only_premise(&self) -> Option<Atom> {
        match self.premises {
            [(atom, _)] => Some(*atom),
            _ => None,
        }
    }

    fn declared(&self) -> Option<Grade> {
        if !self.premises.is_empty() {
            return None;
        }
        match (self.only_fact()?, self.conclusion) {
            (Fact::Intended { actor, asset }, Atom::Past(a, x) | Atom::New(a, x)) if (a, x) == (*actor, *asset) => {
                Some(Grade::Design)
            }
            (Fact::Holds { actor, secret, grade }, Atom::Knows(a, s)) if (a, s) == (*actor, *secret) => Some(*grade),
            (Fact::Power { actor, component, power, grade }, Atom::Can(a, c, p))
                if (a, c, p) == (*actor, *component, *power) =>
            {
                Some(*grade)
            }
            _ => None,
        }
    }

    fn organisation(&self) -> Option<Grade> {
        let (below, above) = match self.only_fact()? {
            Fact::Staff { actor, organisation } => (*actor, *organisation),
            Fact::Owned { organisation, owner } => (*organisation, *owner),
            _ => return None,
        };
        let inherits = match (self.only_premise()?, self.conclusion) {
            (Atom::Can(a, _, _), Atom::Can(o, _, _)) if a != below || o != above => false,
            (Atom::Can(_, c, p), Atom::Can(_, d, q)) => (c, p) == (d, q),
            (Atom::Knows(a, x), Atom::Knows(o, y))
            | (Atom::Past(a, x), Atom::Past(o, y))
            | (Atom::New(a, x), Atom::New(o, y)) => a == below && o == above && x == y,
            _ => false,
        };
        inherits.then_some(Grade::Privilege)
    }

    fn stronger_power(&self) -> Option<Grade> {
        if !self.cited.is_empty() {
            return None;
        }
        match (self.only_premise()?, self.conclusion) {
            (Atom::Can(a, c, Power::Change), Atom::Can(b, d, Power::Run)) if (a, c) == (b, d) => Some(Grade::Tampering),
            (Atom::Can(a, c, Power::Run), Atom::Can(b, d, Power::Store)) if (a, c) == (b, d) => Some(Grade::Design),
            _ => None,
        }
    }

    fn hosting(&self) -> Option<Grade> {
        let Atom::Can(actor, target, gained) = self.conclusion else {
            return None;
        };
        let Atom::Can(same, from, held) = self.only_premise()? else {
            return None;
        };
        if actor != same {
            return None;
        }
        match *self.only_fact()? {
            Fact::On { guest, host, shield } if (guest, host) == (target, from) => match (shield, held, gained) {
                (Shield::None, held, gained) if held == gained => Some(Grade::Design),
                (Shield::Locked, Power::Change, Power::Change) => Some(Grade::Tampering),
                (Shield::Tee, Power::Change, Power::Change) | (Shield::Tee, Power::Run, Power::Run) => {
                    Some(Grade::Breach)
                }
                _ => None,
            },
            Fact::Mount { component, store } if (component, store) == (from, target) => {
                (held == Power::Run && gained == Power::Store).then_some(Grade::Design)
            }
            _ => None,
        }
    }

    fn supplied_code(&self) -> Option<Grade> {
        let Fact::Code { component, supplier, mode } = *self.only_fact()? else {
            return None;
        };
        let Atom::Can(actor, ..) = self.conclusion else {
            return None;
        };
        let follows = self.only_premise()? == Atom::Can(actor, supplier, Power::Change)
            && self.conclusion == Atom::Can(actor, component, Power::Change);
        match mode {
            _ if !follows => None,
            Mode::Load | Mode::Update => Some(Grade::Tampering),
            Mode::Logged => Some(Grade::Evident),
            Mode::Pinned => None,
        }
    }

    fn administration(&self) -> Option<Grade> {
        let Fact::AdminIf { component, power, factors } = self.only_fact()? else {
            return None;
        };
        let Atom::Can(actor, c, p) = self.conclusion else {
            return None;
        };
        if (c, p) != (*component, *power) {
            return None;
        }
        self.knows_exactly(actor, factors).then(|| empty_floor(factors))
    }

    fn plaintext(&self) -> Option<Grade> {
        let Fact::Clear { component, item, when } = *self.only_fact()? else {
            return None;
        };
        let actor = self.conclusion.actor();
        let needed = match when {
            When::Stored => Power::Store,
            When::Live => Power::Run,
        };
        let follows = self.only_premise()? == Atom::Can(actor, component, needed) && self.gives(item, when);
        follows.then_some(Grade::Design)
    }

    fn decryption(&self) -> Option<Grade> {
        let (component, item, keys, when, _) = self.sealed()?;
        let actor = self.conclusion.actor();
        if !self.gives(item, when) {
            return None;
        }
        let (access, floor) = self.access(actor, component, item, when)?;
        let needed: Vec<Atom> = access.into_iter().chain(keys.iter().map(|key| Atom::Knows(actor, *key))).collect();
        self.premises_are(&needed).then(|| floor.max(empty_floor(keys)))
    }

    fn software_lock(&self) -> Option<Grade> {
        let (component, item, when) = self.cited.iter().find_map(|fact| match fact {
            Fact::Clear { component, item, when } => Some((*component, *item, *when)),
            _ => None,
        })?;
        let actor = self.conclusion.actor();
        if self.cited.len() != 2 || !self.gives(item, when) {
            return None;
        }
        let (factors, floor) = self.gate(actor, component, item)?;
        self.premises_are(&factors).then_some(floor)
    }

    fn substitution(&self) -> Option<Grade> {
        let (item, source, auth) = self.cited.iter().find_map(|fact| match fact {
            Fact::Roster { item, source, auth, .. } => Some((*item, *source, *auth)),
            _ => None,
        })?;
        let actor = self.conclusion.actor();
        let when = if self.facts.is_asset(item) { When::Live } else { When::Stored };
        let sort_is_declared = self.cited.len() == 2
            && self.cited.iter().any(|fact| match fact {
                Fact::Asset { asset: sort } | Fact::Secret { secret: sort } => *sort == item,
                _ => false,
            });
        let follows = self.only_premise()? == Atom::Can(actor, source, Power::Change) && self.gives(item, when);
        match auth {
            _ if !follows || !sort_is_declared => None,
            Auth::None => Some(Grade::Tampering),
            Auth::Logged => Some(Grade::Evident),
            Auth::Verified => None,
        }
    }

    fn password(&self) -> Option<Grade> {
        let (key, password, guess) = self.cited.iter().find_map(|fact| match fact {
            Fact::Pw { key, password, guess } => Some((*key, *password, *guess)),
            _ => None,
        })?;
        let actor = self.conclusion.actor();
        if self.cited.len() == 1 {
            let derived =
                self.conclusion == Atom::Knows(actor, key) && self.only_premise()? == Atom::Knows(actor, password);
            return derived.then_some(Grade::Design);
        }
        let (component, item, keys, when, _) = self.sealed()?;
        if guess != Guess::Guessable || !keys.contains(&key) || !self.gives(password, when) {
            return None;
        }
        let (access, floor) = self.any_access(actor, component, item, when)?;
        let others = keys.iter().filter(|key| !self.comes_from(**key, password)).map(|key| Atom::Knows(actor, *key));
        let needed: Vec<Atom> = access.into_iter().chain(others).collect();
        self.premises_are(&needed).then(|| floor.max(Grade::Breach))
    }

    fn weakness(&self) -> Option<Grade> {
        let (component, item, _, when, strength) = self.sealed()?;
        let actor = self.conclusion.actor();
        let follows = self.cited.len() == 1
            && strength == Strength::Weak
            && self.only_premise()? == Atom::Can(actor, component, Power::Change)
            && self.gives(item, when);
        follows.then_some(Grade::Breach)
    }

    fn sealed(&self) -> Option<(Name, Name, &[Name], When, Strength)> {
        self.cited.iter().find_map(|fact| match fact {
            Fact::Sealed { component, item, keys, when, strength } => {
                Some((*component, *item, keys.as_slice(), *when, *strength))
            }
            _ => None,
        })
    }

    /// How the ciphertext is had: the premises needed, and the floor they bring.
    fn access(&self, actor: Name, component: Name, item: Name, when: When) -> Option<(Vec<Atom>, Grade)> {
        if self.cited.iter().any(|fact| matches!(fact, Fact::Gate { .. })) {
            return (self.cited.len() == 2).then(|| self.gate(actor, component, item)).flatten();
        }
        let power = match when {
            When::Stored => Power::Store,
            When::Live => Power::Run,
        };
        (self.cited.len() == 1).then(|| (vec![Atom::Can(actor, component, power)], Grade::Design))
    }

    /// As [`Self::access`], beside the fact that a key comes from a password.
    fn any_access(&self, actor: Name, component: Name, item: Name, when: When) -> Option<(Vec<Atom>, Grade)> {
        if self.cited.iter().any(|fact| matches!(fact, Fact::Gate { .. })) {
            return (self.cited.len() == 3).then(|| self.gate(actor, component, item)).flatten();
        }
        let power = match when {
            When::Stored => Power::Store,
            When::Live => Power::Run,
        };
        (self.cited.len() == 2).then(|| (vec![Atom::Can(actor, component, power)], Grade::Design))
    }

    /// The factors of the cited gate on this item, and the floor of opening it.
    fn gate(&self, actor: Name, component: Name, item: Name) -> Option<(Vec<Atom>, Grade)> {
        let (factors, kind) = self.cited.iter().find_map(|fact| match fact {
            Fact::Gate { component: c, item: i, factors, kind } if (*c, *i) == (component, item) => {
                Some((factors, *kind))
            }
            _ => None,
        })?;
        let atoms: Vec<Atom> = factors.iter().map(|factor| Atom::Knows(actor, *factor)).collect();
        let posing = kind == GateKind::User
            && atoms.iter().any(|factor| {
                !self.premises.iter().any(|(premise, grade)| premise == factor && *grade == Grade::Design)
            });
        let floor = if posing { Grade::Tampering } else { Grade::Design };
        Some((atoms, floor.max(empty_floor(factors))))
    }

    /// Whether the conclusion is what this presence of the item gives.
    fn gives(&self, item: Name, when: When) -> bool {
        let asset = self.facts.is_asset(item);
        match self.conclusion {
            Atom::Past(_, x) => asset && x == item && when == When::Stored,
            Atom::New(_, x) => asset && x == item,
            Atom::Knows(_, s) => !asset && s == item && (when == When::Stored || self.next),
            Atom::Can(..) => false,
        }
    }

    fn comes_from(&self, key: Name, password: Name) -> bool {
        self.facts.iter().any(|(_, fact)| match fact {
            Fact::Pw { key: k, password: p, .. } => (*k, *p) == (key, password),
            _ => false,
        })
    }

    fn knows_exactly(&self, actor: Name, secrets: &[Name]) -> bool {
        let needed: Vec<Atom> = secrets.iter().map(|secret| Atom::Knows(actor, *secret)).collect();
        self.premises_are(&needed)
    }

    /// Whether the premises are exactly these, in any order and with repetition.
    fn premises_are(&self, needed: &[Atom]) -> bool {
        needed.iter().all(|atom| self.premises.iter().any(|(premise, _)| premise == atom))
            && self.premises.iter().all(|(premise, _)| needed.contains(premise))
    }
}

/// What everyone has, everyone has at privilege.
fn empty_floor(list: &[Name]) -> Grade {
    if list.is_empty() { Grade::Privilege } else { Grade::Design }
}
