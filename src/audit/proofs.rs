//! Proofs in the reader's words, each step on its lines of the model.

use super::Context;
use super::evidence::{self, EvidenceView};
use crate::kernel::clause::Rule;
use crate::kernel::{Atom, Fact, FactId, Facts, GateKind, Grade, Mode, Name, Phase, Power, Proof, Shield, Step, When};
use crate::lower::Origin;
use crate::source::{Position, Span};
use crate::text::steps::{Act, Gain, Why};
use crate::text::{Both, Lang};

/// A proof as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofView {
    /// The steps, premises first.
    pub steps: Vec<StepView>,
}

/// A step as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// The rule applied.
    pub rule: Rule,
    /// The clause of the table.
    pub clause: usize,
    /// Its sentence.
    pub sentence: Both,
    /// The grade so far.
    pub grade: Grade,
    /// The earlier steps it uses, from 0.
    pub premises: Vec<usize>,
    /// Where the model says so.
    pub places: Vec<Place>,
    /// The base facts that it uses, in the notation of the method.
    pub facts: Vec<String>,
}

/// Where the model states something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// File, line and column.
    pub position: Position,
    /// The bytes of the value.
    pub span: Span,
    /// Whether it is stated there, or only about that.
    pub kind: PlaceKind,
    /// What it rests on; `None` for what every model gets.
    pub evidence: Option<EvidenceView>,
}

/// How a fact rests on a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// It is stated there.
    Stated,
    /// It is not known: `unknown` is said there, and the worst is taken.
    Unknown,
    /// It is a default about that.
    Assumed,
    /// It is an adversary against that.
    BuiltIn,
}

/// A proof in words.
pub(super) fn view(context: &Context, proof: &Proof) -> ProofView {
    let next = proof.phase == Phase::Next;
    let steps = proof.steps.iter().map(|step| step_view(context, step, next)).collect();
    ProofView { steps }
}

fn step_view(context: &Context, step: &Step, next: bool) -> StepView {
    let facts = &context.worst.lowered.facts;
    let cited: Vec<&Fact> = step.facts.iter().filter_map(|id| facts.get(*id)).collect();
    let sentence = |lang: Lang| {
        let words = Words { context, lang };
        let gain = words.gain(step.conclusion, &cited, next);
        let actor = words.name(step.conclusion.actor());
        words.why(step, &cited).sentence(&actor, &gain, lang)
    };
    let places = places(context, facts, step.facts.iter().copied());
    StepView {
        rule: step.rule,
        clause: step.clause,
        sentence: Both { fr: sentence(Lang::Fr), en: sentence(Lang::En) },
        grade: step.grade,
        premises: step.premises.clone(),
        places,
        facts: cited.iter().map(|fact| facts.line(fact)).collect(),
    }
}

/// Where the model states some facts, each place once.
pub(super) fn places(context: &Context, facts: &Facts, ids: impl IntoIterator<Item = FactId>) -> Vec<Place> {
    let mut places = Vec::new();
    for id in ids {
        for source in facts.sources(id) {
            let place = context.worst.lowered.origins.get(source.0 as usize).map(|origin| place(context, origin));
            places.extend(place.filter(|place| !places.contains(place)));
        }
    }
    places
}

/// Where the model states what an origin is about.
pub(super) fn place(context: &Context, origin: &Origin) -> Place {
    let span = context.model.tree.span(origin.route());
    let position = context.model.sources.position(span.start);
    let kind = match origin {
        Origin::Stated(route) if evidence::is_unknown(context.model, route) => PlaceKind::Unknown,
        Origin::Stated(_) => PlaceKind::Stated,
        Origin::Assumed(..) => PlaceKind::Assumed,
        Origin::BuiltIn(_) => PlaceKind::BuiltIn,
    };
    Place { position, span, kind, evidence: evidence::of(context.model, origin) }
}

/// Names in one language.
struct Words<'c> {
    context: &'c Context<'c>,
    lang: Lang,
}

impl Words<'_> {
    fn name(&self, name: Name) -> String {
        let text = self.context.worst.lowered.facts.text(name);
        self.context.labels.get(text, self.lang)
    }

    /// Whether a component is a part that the lowering made of another.
    fn is_part(&self, name: Name) -> bool {
        self.context.worst.lowered.facts.text(name).contains('/')
    }

    fn names(&self, names: &[Name]) -> Vec<String> {
        names.iter().map(|name| self.name(*name)).collect()
    }

    fn gain(&self, conclusion: Atom, cited: &[&Fact], next: bool) -> Gain {
        match conclusion {
            Atom::Can(_, component, power) => Gain::Can(act(power), self.name(component)),
            Atom::Past(_, data) => Gain::Past(self.name(data)),
            Atom::New(_, data) => Gain::New(self.name(data)),
            Atom::Knows(_, secret) => Gain::Knows(self.name(secret), next && only_live(cited, secret)),
        }
    }

    /// Why the step follows. A shape that no rule makes would have been refused by the checker.
    fn why(&self, step: &Step, cited: &[&Fact]) -> Why {
        match step.rule {
            Rule::R0 => match cited.first() {
                Some(Fact::Intended { .. }) => Why::Reader,
                _ => Why::Given,
            },
            Rule::R2 => match step.conclusion {
                Atom::Can(_, component, Power::Run) => Why::AlteringShows(self.name(component)),
                Atom::Can(_, component, _) => Why::ObservingReads(self.name(component)),
                _ => Why::Given,
            },
            Rule::R7 | Rule::R8 => self.why_opened(cited),
            Rule::R10 => self.why_password(cited),
            _ => cited.iter().find_map(|fact| self.why_fact(fact)).unwrap_or(Why::Given),
        }
    }

    fn why_fact(&self, fact: &Fact) -> Option<Why> {
        Some(match fact {
            Fact::Staff { actor, .. } => Why::Staff(self.name(*actor)),
            Fact::Owned { organisation, .. } => Why::Owner(self.name(*organisation)),
            Fact::On { guest, host, shield } => {
                let (guest, host) = (self.name(*guest), self.name(*host));
                match shield {
                    Shield::None => Why::RunsOn(guest, host),
                    Shield::Locked => Why::LockedOn(guest, host),
                    Shield::Tee => Why::EnclaveOn(guest, host),
                }
            }
            Fact::Mount { component, store } => Why::Mounts(self.name(*component), self.name(*store)),
            // What follows another in a log is no program of it: what a policy grants, requests for keys.
            Fact::Code { component, supplier, mode: Mode::Logged } if self.is_part(*component) => {
                Why::Shows(self.name(*component), self.name(*supplier))
            }
            Fact::Code { component, supplier, mode } => {
                Why::RunsCodeOf(self.name(*component), self.name(*supplier), *mode == Mode::Logged)
            }
            Fact::AdminIf { factors, .. } => Why::Factors(self.names(factors)),
            Fact::Clear { component, when, .. } => match when {
                When::Stored => Why::ClearKept(self.name(*component)),
                When::Live => Why::ClearPassing(self.name(*component)),
            },
            Fact::Roster { end, source, auth, .. } => {
                let logged = *auth == crate::kernel::Auth::Logged;
                Why::Named(self.name(*end), self.name(*source), logged)
            }
            Fact::Sealed { component, .. } => Why::Broken(self.name(*component)),
            _ => return None,
        })
    }

    fn why_opened(&self, cited: &[&Fact]) -> Why {
        let gate = cited.iter().find_map(|fact| match fact {
            Fact::Gate { component, factors, kind, .. } => {
                Some((self.name(*component), self.names(factors), *kind == GateKind::User))
            }
            _ => None,
        });
        let sealed = cited.iter().find_map(|fact| match fact {
            Fact::Sealed { component, keys, .. } => Some((self.name(*component), self.names(keys))),
            _ => None,
        });
        match (gate, sealed) {
            (Some((at, factors, posing)), None) => Why::Opens(at, factors, posing),
            (Some((at, factors, posing)), Some((_, keys))) => Why::OpensSealed(at, keys, factors, posing),
            (None, Some((at, keys))) => Why::Decrypts(at, keys),
            (None, None) => Why::Given,
        }
    }

    fn why_password(&self, cited: &[&Fact]) -> Why {
        let sealed = cited.iter().find_map(|fact| match fact {
            Fact::Sealed { component, .. } => Some(self.name(*component)),
            _ => None,
        });
        let derived = cited.iter().find_map(|fact| match fact {
            Fact::Pw { key, password, .. } => Some((self.name(*key), self.name(*password))),
            _ => None,
        });
        match (sealed, derived) {
            (Some(component), _) => Why::Guessed(component),
            (None, Some((key, password))) => Why::Derived(key, password),
            (None, None) => Why::Given,
        }
    }
}

pub(super) const fn act(power: Power) -> Act {
    match power {
        Power::Store => Act::Store,
        Power::Run => Act::Run,
        Power::Change => Act::Change,
    }
}

/// Whether a secret comes from where it only passes.
fn only_live(cited: &[&Fact], secret: Name) -> bool {
    cited.iter().any(|fact| match fact {
        Fact::Clear { item, when, .. } | Fact::Sealed { item, when, .. } => *item == secret && *when == When::Live,
        _ => false,
    })
}
