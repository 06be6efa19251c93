//! A set of facts with one thing changed.

use enclair::kernel::{Fact, FactId, Facts, FactsBuilder, Name, Strength};

/// A key that nobody holds.
const FRESH: &str = "fresh-key";

/// The facts that satisfy a test.
pub fn all(facts: &Facts, wanted: impl Fn(&Fact) -> bool) -> Vec<Fact> {
    facts.iter().map(|(_, fact)| fact.clone()).filter(wanted).collect()
}

/// The set without one fact.
pub fn without(facts: &Facts, gone: &Fact) -> Facts {
    facts.to_builder(|fact| fact != gone).finish()
}

/// The set with one fact put in the place of another, which may need a key that nobody holds.
fn instead(facts: &Facts, gone: &Fact, new: impl FnOnce(Name) -> Fact) -> Facts {
    let mut builder: FactsBuilder = facts.to_builder(|fact| fact != gone);
    let secret = builder.name(FRESH);
    builder.add(Fact::Secret { secret }, &[]);
    builder.add(new(secret), &[]);
    builder.finish()
}

/// The set with one more key, held by nobody, needed by each `sealed` fact in turn.
pub fn with_fresh_keys(facts: &Facts) -> Vec<Facts> {
    let sealed = all(facts, |fact| matches!(fact, Fact::Sealed { .. }));
    let locked = sealed.iter().map(|fact| {
        instead(facts, fact, |fresh| {
            let mut fact = fact.clone();
            if let Fact::Sealed { keys, .. } = &mut fact {
                keys.push(fresh);
            }
            fact
        })
    });
    locked.collect()
}

/// The set with each `clear` fact in turn sealed under a strong key held by nobody.
pub fn with_clear_sealed(facts: &Facts) -> Vec<Facts> {
    let mut sets = Vec::new();
    for fact in all(facts, |fact| matches!(fact, Fact::Clear { .. })) {
        if let Fact::Clear { component, item, when } = fact {
            sets.push(instead(facts, &fact, |fresh| Fact::Sealed {
                component,
                item,
                keys: vec![fresh],
                when,
                strength: Strength::Strong,
            }));
        }
    }
    sets
}

/// The set without each `holds` fact in turn.
pub fn with_less_held(facts: &Facts) -> Vec<Facts> {
    let held = all(facts, |fact| matches!(fact, Fact::Holds { .. }));
    held.iter().map(|fact| without(facts, fact)).collect()
}

/// A fact that a step need not cite: any other one.
pub fn another(facts: &Facts, cited: &[FactId]) -> Option<FactId> {
    facts.iter().map(|(id, _)| id).find(|id| !cited.contains(id))
}
