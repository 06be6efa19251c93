//! Location, remote access, law of third countries, and what is to be published: EXI 28 to 31.

use super::words::{at, basis, listed, tie_list};
use super::{Line, Told};
use crate::compare::hds::{Ask, Located, Outcome, Remote, Subject};
use crate::text::hds as text;

impl Told<'_> {
    pub(in crate::report) fn sovereignty(self) -> Vec<Line> {
        let (lang, said) = (self.lang, &self.hds.sovereignty);
        if self.hds.duties.is_empty() {
            return Vec::new();
        }
        let stored = |wanted: fn(&Located) -> bool| {
            let chosen = said.stored.iter().filter(|one| wanted(&one.located));
            let named = chosen.map(|one| {
                let countries = match &one.located {
                    Located::Inside(all) | Located::Outside(all) => format!(" – {}", listed(all, lang)),
                    Located::NotStated => String::new(),
                };
                at(self.files, &format!("{}{countries}", one.what.get(lang)), [one.position], lang)
            });
            let named = named.collect::<Vec<_>>().join(", ");
            (!named.is_empty()).then_some(named)
        };
        let mut out = vec![Line::Says(text::located(!said.stored.is_empty(), lang).to_owned())];
        let places = [
            stored(|one| matches!(one, Located::Outside(_))).map(|places| text::outside(&places, lang)),
            stored(|one| matches!(one, Located::Inside(_))).map(|places| text::inside(&places, lang)),
            stored(|one| *one == Located::NotStated).map(|places| text::not_located(&places, lang)),
        ];
        out.extend(places.into_iter().flatten().map(Line::Item));
        out.extend(self.remote());
        out.extend(self.law());
        out.extend(self.published());
        let open: Vec<&str> = said.maybe_hosts.iter().map(|both| both.get(lang)).collect();
        if !open.is_empty() {
            out.push(Line::Says(text::maybe_hosts(&open.join(", "), lang)));
        }
        out
    }

    /// Whoever has access from outside, each on a line, then those of whom nothing says from where.
    fn remote(self) -> Vec<Line> {
        let (lang, all) = (self.lang, &self.hds.sovereignty.remote);
        let (open, outside): (Vec<&Remote>, Vec<&Remote>) = all.iter().partition(|one| one.countries.is_empty());
        let mut out = vec![Line::Says(text::remote(!outside.is_empty(), !open.is_empty(), lang).to_owned())];
        for one in outside {
            let from = format!("{}, {}", listed(&one.countries, lang), basis(one.basis, lang));
            let line = at(self.files, &format!("{} – {from}", one.admin.get(lang)), [one.position], lang);
            out.push(Line::Item(line));
        }
        let open = open.iter().map(|one| at(self.files, one.admin.get(lang), [one.position], lang));
        let open = open.collect::<Vec<_>>().join(", ");
        if !open.is_empty() {
            out.push(Line::Item(text::from_not_stated(&open, lang)));
        }
        out
    }

    /// Whoever has a known tie, each on a line; the others are to be asked, and are no matter of EXI 30 yet.
    fn law(self) -> Vec<Line> {
        let (lang, all) = (self.lang, &self.hds.sovereignty.law);
        let (known, open): (Vec<&Subject>, Vec<&Subject>) = all.iter().partition(|one| one.is_certain());
        let unsettled = !open.is_empty() || !self.hds.sovereignty.maybe_hosts.is_empty();
        let mut out = vec![Line::Says(text::law(!known.is_empty(), unsettled, lang).to_owned())];
        for one in known {
            let ties = tie_list(self.audit, one, lang);
            out.push(Line::Item(format!("{} – {ties}, {}", one.organisation.get(lang), basis(one.basis, lang))));
        }
        let open =
            open.iter().map(|one| format!("{} ({})", one.organisation.get(lang), tie_list(self.audit, one, lang)));
        let open: Vec<String> = open.collect();
        if !open.is_empty() {
            out.push(Line::Says(text::law_open(&open.join(lang.pick(" ; ", "; ")), lang)));
        }
        out
    }

    /// One line for each outcome, those who have to say the same together; what is to be asked, a line for each.
    fn published(self) -> Vec<Line> {
        let (lang, mut out) = (self.lang, Vec::new());
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
            out.push(Line::Says(text::published(outcome.id(), &names.join(", "), lang)));
            for (asks, names) in groups.iter().filter(|(asks, _)| !asks.is_empty()) {
                let asks: Vec<&str> = asks.iter().map(|one| text::ask(one.id(), lang)).collect();
                let (names, asks) = (names.join(", "), asks.join(lang.pick(" ; ", "; ")));
                out.push(Line::Item(lang.pick(format!("{names} : {asks}"), format!("{names}: {asks}"))));
            }
        }
        out
    }
}
