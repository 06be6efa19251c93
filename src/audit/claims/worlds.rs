//! The facts in which some claims are checked: a key that nobody can have, components that ask for themselves.

use super::super::Context;
use crate::kernel::{Atom, Fact, Facts, Grade, Name, Phase, Power, Solution};
use crate::lower::Lowered;
use crate::model::{Architecture, Registry};
use crate::source::Route;

/// The same system where nobody can have a key. Wherever the key is needed – to decrypt, at a software lock, for
/// admin rights – a secret that no fact gives is needed in its place. Rules have no negation, so what is read there is
/// exactly what some derivation reads without knowing the key.
pub(super) fn without(lowered: Lowered, key: &str) -> Lowered {
    let Some(key_name) = lowered.facts.names().get(key) else { return lowered };
    let needs = |fact: &Fact| Facts::list_of(fact).is_some_and(|list| list.contains(&key_name));
    let mut builder = lowered.facts.to_builder(|fact| !needs(fact));
    let lost = builder.name(&format!("without:{key}"));
    for (at, fact) in lowered.facts.iter().filter(|(_, fact)| needs(fact)) {
        builder.add(replaced(fact, key_name, lost), lowered.facts.sources(at));
    }
    Lowered { facts: builder.finish(), ..lowered }
}

fn replaced(fact: &Fact, key: Name, lost: Name) -> Fact {
    let mut fact = fact.clone();
    if let Fact::AdminIf { factors: list, .. } | Fact::Gate { factors: list, .. } | Fact::Sealed { keys: list, .. } =
        &mut fact
    {
        for one in list.iter_mut().filter(|one| **one == key) {
            *one = lost;
        }
    }
    fact
}

/// The components, other than some clients and what is on their devices, that have data in plaintext: each asks as an
/// actor that has nothing but what it runs and stores, and reads what is clear there or what it can open.
pub(super) fn plaintext(facts: &Facts, model: &Architecture, data: &[&String], clients: &[&str]) -> Vec<String> {
    let items: Vec<Name> = data.iter().filter_map(|id| facts.names().get(id)).collect();
    let components = components(facts, model, &items, clients);
    let mut builder = facts.restricted_to(&[]);
    for component in &components {
        let (actor, component) = (builder.actor(&format!("component:{component}")), builder.name(component));
        for power in [Power::Store, Power::Run] {
            builder.add(Fact::Power { actor, component, power, grade: Grade::Privilege }, &[]);
        }
    }
    let facts = builder.finish();
    let solution = Solution::solve(&facts, Phase::Next);
    let reads = |component: &String| {
        let actor = facts.names().get(&format!("component:{component}"));
        actor.is_some_and(|actor| {
            let grades = items
                .iter()
                .flat_map(|item| [Atom::Past(actor, *item), Atom::New(actor, *item)])
                .map(|atom| solution.grade(atom));
            grades.min().is_some_and(|grade| grade <= Grade::Privilege)
        })
    };
    let having: Vec<String> = components.into_iter().filter(reads).collect();
    // A component stands for its own medium and answers.
    let is_part = |name: &String| name.split_once('/').is_some_and(|(whole, _)| having.iter().any(|one| one == whole));
    having.iter().filter(|name| !is_part(name)).cloned().collect()
}

/// Declared components first, in the order of the file; then those where the facts speak of the data.
fn components(facts: &Facts, model: &Architecture, items: &[Name], clients: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = model.components().cloned().collect();
    for (_, fact) in facts.iter() {
        if let Fact::Clear { component, item, .. } | Fact::Sealed { component, item, .. } = fact
            && items.contains(item)
            && !all.iter().any(|known| known == facts.text(*component))
        {
            all.push(facts.text(*component).to_owned());
        }
    }
    let of_client = |name: &str| clients.contains(&name.split('/').next().unwrap_or_default());
    all.retain(|name| !of_client(name));
    all
}

/// Where a component is declared: a part where what it is of is, a hop among the links.
pub(super) fn route(context: &Context, name: &str) -> Route {
    let whole = name.split('/').next().unwrap_or_default();
    let registry = Registry::new(&context.model.architecture);
    let declared = registry.components.get(whole).map(|(_, route)| route.clone());
    declared.unwrap_or_else(|| Route::root("links"))
}
