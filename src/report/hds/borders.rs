//! Location, remote access, law of third countries, and what is to be published: EXI 28 to 31.

use super::Told;
use super::words::{at, basis, listed, tie_list};
use crate::compare::hds::{Ask, Located, Outcome};
use crate::text::{Lang, hds as text};

impl Told<'_> {
    pub(super) fn sovereignty(self) -> String {
        let (lang, said) = (self.lang, &self.hds.sovereignty);
        if self.hds.duties.is_empty() {
            return String::new();
        }
        let stored = |wanted: fn(&Located) -> bool| {
            let chosen = said.stored.iter().filter(|one| wanted(&one.located));
            let named = chosen.map(|one| {
                let countries = match &one.located {
                    Located::Inside(all) | Located::Outside(all) => format!(" – {}", listed(all, lang)),
                    Located::NotStated => String::new(),
                };
                at(self.audit, &format!("{}{countries}", one.what.get(lang)), [one.position], lang)
            });
            named.collect::<Vec<_>>().join(", ")
        };
        let places = [
            stored(|one| matches!(one, Located::Inside(_))),
            stored(|one| matches!(one, Located::Outside(_))),
            stored(|one| *one == Located::NotStated),
        ];
        let mut out = self.say(&text::located([&places[0], &places[1], &places[2]], lang));
        let remote = |open: bool| {
            let chosen = said.remote.iter().filter(|one| one.countries.is_empty() == open);
            let named = chosen.map(|one| {
                let from = if open {
                    String::new()
                } else {
                    format!(" – {}, {}", listed(&one.countries, lang), basis(one.basis, lang))
                };
                at(self.audit, &format!("{}{from}", one.admin.get(lang)), [one.position], lang)
            });
            named.collect::<Vec<_>>().join(lang.pick(" ; ", "; "))
        };
        out += &self.say(&text::remote(&remote(false), &remote(true), lang));
        let law = said.law.iter().map(|one| {
            let ties = tie_list(self.audit, &one.ties, lang);
            format!("{} ({ties}, {})", one.organisation.get(lang), basis(one.basis, lang))
        });
        out += &self.say(&text::law(&law.collect::<Vec<_>>().join(lang.pick(" ; ", "; ")), lang));
        out + &self.published()
    }

    /// One line for each outcome, those who have to say the same together.
    fn published(self) -> String {
        let (lang, mut out) = (self.lang, String::new());
        let published = &self.hds.sovereignty.published;
        for outcome in [Outcome::Qualified, Outcome::NoTransfer, Outcome::Table, Outcome::NotDetermined] {
            let mut groups: Vec<(&[Ask], Vec<&str>)> = Vec::new();
            for one in published.iter().filter(|one| one.outcome == outcome) {
                let name = one.organisation.get(lang);
                match groups.iter_mut().find(|(asks, _)| *asks == one.asks.as_slice()) {
                    Some((_, names)) => names.push(name),
                    None => groups.push((&one.asks, vec![name])),
                }
            }
            let told = groups.iter().map(|(asks, names)| {
                let asks: Vec<&str> = asks.iter().map(|one| text::ask(one.id(), lang)).collect();
                let names = names.join(", ");
                match (asks.is_empty(), lang) {
                    (true, _) => names,
                    (false, Lang::Fr) => format!("{names} : {}", asks.join(" ")),
                    (false, Lang::En) => format!("{names}: {}", asks.join(" ")),
                }
            });
            let told: Vec<String> = told.collect();
            if !told.is_empty() {
                out += &self.say(&text::published(outcome.id(), &told.join(lang.pick(" ; ", "; ")), lang));
            }
        }
        out
    }
}
