//! Location, remote access, law of third countries, and what is to be published: EXI 28 to 31.

use super::Told;
use super::words::{at, basis, listed, tie_list};
use crate::compare::hds::{Ask, Located, Outcome, Remote, Subject};
use crate::report::wrap::wrap;
use crate::text::hds as text;

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
            let named = named.collect::<Vec<_>>().join(", ");
            (!named.is_empty()).then_some(named)
        };
        let mut out = self.say(text::located(!said.stored.is_empty(), lang));
        let places = [
            stored(|one| matches!(one, Located::Outside(_))).map(|places| text::outside(&places, lang)),
            stored(|one| matches!(one, Located::Inside(_))).map(|places| text::inside(&places, lang)),
            stored(|one| *one == Located::NotStated).map(|places| text::not_located(&places, lang)),
        ];
        out.extend(places.into_iter().flatten().map(|line| self.item(&line)));
        out += &self.remote();
        out += &self.law();
        out += &self.published();
        let open: Vec<&str> = said.maybe_hosts.iter().map(|both| both.get(lang)).collect();
        if !open.is_empty() {
            out += &self.say(&text::maybe_hosts(&open.join(", "), lang));
        }
        out
    }

    /// Whoever has access from outside, each on a line, then those of whom nothing says from where.
    fn remote(self) -> String {
        let (lang, all) = (self.lang, &self.hds.sovereignty.remote);
        let (open, outside): (Vec<&Remote>, Vec<&Remote>) = all.iter().partition(|one| one.countries.is_empty());
        let mut out = self.say(text::remote(!outside.is_empty(), !open.is_empty(), lang));
        for one in outside {
            let from = format!("{}, {}", listed(&one.countries, lang), basis(one.basis, lang));
            out += &self.item(&at(self.audit, &format!("{} – {from}", one.admin.get(lang)), [one.position], lang));
        }
        let open = open.iter().map(|one| at(self.audit, one.admin.get(lang), [one.position], lang));
        let open = open.collect::<Vec<_>>().join(", ");
        if !open.is_empty() {
            out += &self.item(&text::from_not_stated(&open, lang));
        }
        out
    }

    fn item(self, line: &str) -> String {
        wrap(&format!("- {line}"), "    ", self.lang)
    }

    /// Whoever has a known tie, each on a line; the others are to be asked, and are no matter of EXI 30 yet.
    fn law(self) -> String {
        let (lang, all) = (self.lang, &self.hds.sovereignty.law);
        let (known, open): (Vec<&Subject>, Vec<&Subject>) = all.iter().partition(|one| one.is_certain());
        let unsettled = !open.is_empty() || !self.hds.sovereignty.maybe_hosts.is_empty();
        let mut out = self.say(text::law(!known.is_empty(), unsettled, lang));
        for one in known {
            let ties = tie_list(self.audit, one, lang);
            out += &self.item(&format!("{} – {ties}, {}", one.organisation.get(lang), basis(one.basis, lang)));
        }
        let open =
            open.iter().map(|one| format!("{} ({})", one.organisation.get(lang), tie_list(self.audit, one, lang)));
        let open: Vec<String> = open.collect();
        if !open.is_empty() {
            out += &self.say(&text::law_open(&open.join(lang.pick(" ; ", "; ")), lang));
        }
        out
    }

    /// One line for each outcome, those who have to say the same together; what is to be asked, a line for each.
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
            if groups.is_empty() {
                continue;
            }
            let names: Vec<&str> = groups.iter().flat_map(|(_, names)| names.iter().copied()).collect();
            out += &self.say(&text::published(outcome.id(), &names.join(", "), lang));
            for (asks, names) in groups.iter().filter(|(asks, _)| !asks.is_empty()) {
                let asks: Vec<&str> = asks.iter().map(|one| text::ask(one.id(), lang)).collect();
                let (names, asks) = (names.join(", "), asks.join(lang.pick(" ; ", "; ")));
                out += &self.item(&lang.pick(format!("{names} : {asks}"), format!("{names}: {asks}")));
            }
        }
        out
    }
}
