//! What a good answer rests on: the seals, the custody of their keys, and the places out of reach.

use std::collections::BTreeSet;

use super::Context;
use super::missing::{Need, Search, Slot};
use super::proofs::{self, Place};
use crate::kernel::{Auth, Fact, FactId, Facts, Grade, Name, Power, When};
use crate::lower::Origin;
use crate::source::Route;
use crate::text::defence::RestText;
use crate::text::{Both, Lang};

/// One thing that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rest {
    /// Which kind.
    pub kind: &'static str,
    /// Its sentence.
    pub sentence: Both,
    /// The facts, in the notation of the method: were they otherwise, the answer could be worse.
    pub facts: Vec<String>,
    /// Where the model states them.
    pub places: Vec<Place>,
}

/// A place of the data, seen by the actor.
struct Seen<'f> {
    id: FactId,
    component: Name,
    lacking: Vec<Name>,
    keys: &'f [Name],
    reached: bool,
}

/// What keeps an actor from reading at a grade or easier.
pub(super) fn rests(context: &Context, search: &Search, asset: Name, slot: Slot, limit: Grade) -> Vec<Rest> {
    let facts = &context.worst.lowered.facts;
    let seen = seen(facts, search, asset, slot);
    let scribe = Scribe { context, facts };
    let mut rests: Vec<Rest> = Vec::new();
    let mut locks: Vec<&[Name]> = Vec::new();
    let locked: Vec<&Seen> = seen.iter().filter(|one| one.reached && !one.lacking.is_empty()).collect();
    for one in &locked {
        if !locks.contains(&one.lacking.as_slice()) {
            locks.push(&one.lacking);
        }
    }
    for lock in &locks {
        let alike: Vec<&Seen> = locked.iter().filter(|one| one.lacking == *lock).copied().collect();
        let components: Vec<Name> = alike.iter().map(|one| one.component).collect();
        let ids: Vec<FactId> = alike.iter().map(|one| one.id).collect();
        let sentence = |lang| RestText::Sealed(scribe.names(&components, lang), scribe.names(lock, lang));
        let mut rest = scribe.rest("sealed", &sentence, &ids);
        let seals = lock.iter().flat_map(|key| seals(context, facts.text(*key)));
        let seals: Vec<Place> = seals.filter(|place| !rest.places.contains(place)).collect();
        rest.places.splice(..0, seals);
        rests.push(rest);
    }
    let keys: BTreeSet<Name> = locks.into_iter().flatten().copied().collect();
    rests.extend(keys.into_iter().map(|key| scribe.custody(key)));
    let open: Vec<&Seen> = seen.iter().filter(|one| !one.reached && one.lacking.is_empty()).collect();
    if !open.is_empty() {
        let components: Vec<Name> = open.iter().map(|one| one.component).collect();
        let ids: Vec<FactId> = open.iter().map(|one| one.id).collect();
        let sentence = |lang| RestText::OutOfReach(scribe.names(&components, lang), limit == Grade::Privilege);
        rests.push(scribe.rest("out-of-reach", &sentence, &ids));
    }
    if limit > Grade::Privilege {
        rests.extend(scribe.rosters(search, asset, slot, &seen));
    }
    rests
}

fn seen<'f>(facts: &'f Facts, search: &Search, asset: Name, slot: Slot) -> Vec<Seen<'f>> {
    let mut all = Vec::new();
    for (id, fact) in facts.iter() {
        let (component, item, keys, when) = match fact {
            Fact::Clear { component, item, when } => (*component, *item, &[][..], *when),
            Fact::Sealed { component, item, keys, when, .. } => (*component, *item, keys.as_slice(), *when),
            _ => continue,
        };
        if item != asset || (when == When::Live && slot == Slot::Past) {
            continue;
        }
        let power = if when == When::Stored { Power::Store } else { Power::Run };
        let opens = facts.iter().any(|(_, fact)| match fact {
            Fact::Gate { component: at, item, factors, .. } if (*at, *item) == (component, asset) => {
                factors.iter().all(|factor| search.has(Need::Knows(*factor)))
            }
            _ => false,
        });
        let reached = opens || search.has(Need::Can(component, power));
        let lacking = keys.iter().copied().filter(|key| !search.has(Need::Knows(*key))).collect();
        all.push(Seen { id, component, lacking, keys, reached });
    }
    all
}

/// Where the model encrypts with a key: the content of a storage, its bytes, from end to end.
fn seals(context: &Context, key: &str) -> Vec<Place> {
    let architecture = &context.model.architecture;
    let mut routes: Vec<Route> = Vec::new();
    for (name, storage) in architecture.storage.iter() {
        let route = Route::root("storage").key(name);
        let layers = storage.encrypted.iter().enumerate().filter(|(_, layer)| layer.key.0 == key);
        routes.extend(layers.map(|(at, _)| route.key("encrypted").index(at)));
    }
    for (at, entry) in architecture.end_to_end.iter().enumerate() {
        let named = entry.key.as_ref().is_some_and(|named| named.0 == key);
        let derived = entry.data.first().is_some_and(|data| key.strip_prefix("e2e:") == Some(data.0.as_str()));
        if named || (entry.key.is_none() && derived) {
            routes.push(Route::root("end_to_end").index(at));
        }
    }
    routes.into_iter().map(|route| proofs::place(context, &Origin::Stated(route))).collect()
}

/// Writes what an answer rests on.
struct Scribe<'c> {
    context: &'c Context<'c>,
    facts: &'c Facts,
}

impl Scribe<'_> {
    fn name(&self, name: Name, lang: Lang) -> String {
        self.context.labels.get(self.facts.text(name), lang)
    }

    fn names(&self, names: &[Name], lang: Lang) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for name in names.iter().map(|name| self.name(*name, lang)) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
        all
    }

    fn rest(&self, kind: &'static str, text: &dyn Fn(Lang) -> RestText, ids: &[FactId]) -> Rest {
        let sentence = |lang| text(lang).sentence(lang);
        let lines = ids.iter().filter_map(|id| self.facts.get(*id)).map(|fact| self.facts.line(fact));
        Rest {
            kind,
            sentence: Both { fr: sentence(Lang::Fr), en: sentence(Lang::En) },
            facts: lines.collect(),
            places: proofs::places(self.context, self.facts, ids.iter().copied()),
        }
    }

    /// Where a key is, as itself or as what it is derived from.
    fn custody(&self, key: Name) -> Rest {
        let mut ids: Vec<FactId> = Vec::new();
        let mut places: Vec<Name> = Vec::new();
        for (id, fact) in self.facts.iter() {
            let place = match fact {
                Fact::Holds { actor, secret, .. } if *secret == key => *actor,
                Fact::Clear { component, item, .. } | Fact::Sealed { component, item, .. } if *item == key => {
                    *component
                }
                Fact::Pw { key: derived, password, .. } if *derived == key => *password,
                _ => continue,
            };
            ids.push(id);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let sentence = |lang| {
            let (key, places) = (self.name(key, lang), self.names(&places, lang));
            if places.is_empty() { RestText::Nowhere(key) } else { RestText::Custody(key, places) }
        };
        self.rest("custody", &sentence, &ids)
    }

    /// Who names recipients of the data or of its keys, and why that does not help.
    fn rosters(&self, search: &Search, asset: Name, slot: Slot, seen: &[Seen]) -> Vec<Rest> {
        let mut found: [(Vec<FactId>, Vec<Name>, Vec<Name>); 2] = Default::default();
        for (id, fact) in self.facts.iter() {
            let Fact::Roster { end, item, source, auth } = fact else { continue };
            let of_key = seen.iter().any(|one| one.reached && one.keys.contains(item));
            let of_data = *item == asset && slot == Slot::New;
            let alters = search.has(Need::Can(*source, Power::Change));
            if (of_key || of_data) && alters == (*auth == Auth::Verified) {
                let (ids, ends, sources) = &mut found[usize::from(alters)];
                ids.push(id);
                ends.push(*end);
                sources.push(*source);
            }
        }
        let [(unaltered, _, kept), (verified, ends, sources)] = found;
        let unaltered_text = |lang| RestText::Unaltered(self.names(&kept, lang));
        let verified_text = |lang| RestText::Verified(self.names(&ends, lang), self.names(&sources, lang));
        let mut rests = Vec::new();
        if !unaltered.is_empty() {
            rests.push(self.rest("recipients-unaltered", &unaltered_text, &unaltered));
        }
        if !verified.is_empty() {
            rests.push(self.rest("recipients-verified", &verified_text, &verified));
        }
        rests
    }
}
