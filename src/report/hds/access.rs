//! Who has access beside the certified operator, flows without TLS, and what frames each access.

use super::words::{at, lines_of, state, tls, verb};
use super::{Line, Told};
use crate::compare::hds::{DutyState, Frame, Traces};
use crate::text::hds as text;

impl Told<'_> {
    pub(in crate::report) fn delegations(self) -> Vec<String> {
        let lang = self.lang;
        let mut out = Vec::new();
        for one in &self.hds.delegations {
            let mut rights: Vec<(&str, _, Vec<&str>, Vec<_>)> = Vec::new();
            for right in &one.rights {
                let (admin, place) = (right.admin.get(lang), right.at.get(lang));
                match rights.iter_mut().find(|(known, verb, ..)| (*known, *verb) == (admin, right.verb)) {
                    Some((_, _, places, positions)) => {
                        places.push(place);
                        positions.push(right.position);
                    }
                    None => rights.push((admin, right.verb, vec![place], vec![right.position])),
                }
            }
            let told = rights.iter().map(|(admin, can, places, positions)| {
                let mut places = places.clone();
                places.dedup();
                let allowed = format!("{} {}", verb(*can).phrase(lang), places.join(", "));
                at(self.files, &format!("{admin} – {allowed}"), positions.iter().copied(), lang)
            });
            let operators: Vec<&str> = one.operators.iter().map(|both| both.get(lang)).collect();
            out.push(text::delegation(
                one.organisation.get(lang),
                &lang.list(&operators),
                &told.collect::<Vec<_>>().join(lang.pick(" ; ", "; ")),
                &self.data(&one.reads),
                lang,
            ));
        }
        out
    }

    pub(in crate::report) fn flows(self) -> Vec<String> {
        let lang = self.lang;
        if self.hds.flows.is_empty() {
            return vec![text::no_flow(lang).to_owned()];
        }
        let mut out = Vec::new();
        for flow in &self.hds.flows {
            let sealed: Vec<usize> = flow.data.iter().copied().filter(|data| !flow.clear.contains(data)).collect();
            let mut clear = self.data(&flow.clear);
            if flow.data.is_empty() {
                text::data_unknown(lang).clone_into(&mut clear);
            }
            let mut line = lines_of(self.files, [flow.position], lang);
            if !flow.certain {
                line = format!("{line}, {}", text::maybe_inside(lang));
            }
            let ends = format!("{} – {}", flow.from.get(lang), flow.to.get(lang));
            out.push(text::flow(&ends, tls(flow.tls).phrase(lang), &clear, &self.data(&sealed), &line, lang));
        }
        out
    }

    /// The requirements once, then whose accesses they frame.
    pub(in crate::report) fn frames(self) -> Vec<Line> {
        let lang = self.lang;
        if self.hds.frames.is_empty() {
            return Vec::new();
        }
        let mut out = vec![Line::Says(text::frames_intro(lang).to_owned())];
        let mut alike: Vec<(&Frame, Vec<&Frame>)> = Vec::new();
        for frame in &self.hds.frames {
            match alike.iter_mut().find(|(first, _)| first.activities == frame.activities) {
                Some((_, all)) => all.push(frame),
                None => alike.push((frame, vec![frame])),
            }
        }
        alike.sort_by_key(|(first, _)| first.certificate);
        for (first, frames) in alike {
            out.push(Line::More(text::framed(&self.covered(first), &self.cells(&frames), lang)));
        }
        for number in [11, 15, 16, 23, 26] {
            if self.hds.frames.iter().any(|frame| frame.requirements.contains(&number)) {
                out.push(Line::More(text::requirement(number, lang).to_owned()));
            }
        }
        let (logs, none) = match &self.hds.traces {
            Traces::Logs(places) => (Some(lines_of(self.files, places.iter().copied(), lang)), false),
            Traces::None => (None, true),
            Traces::NotStated => (None, false),
        };
        out.push(Line::More(text::traces(logs.as_deref(), none, lang)));
        out.push(Line::Says(text::frames_close(lang).to_owned()));
        out
    }

    /// What is said of a certificate, activity by activity: those of which the same is said together.
    fn covered(self, frame: &Frame) -> String {
        let lang = self.lang;
        let mut states: Vec<(DutyState, Vec<String>)> = Vec::new();
        for (activity, known) in &frame.activities {
            match states.iter_mut().find(|(state, _)| state == known) {
                Some((_, numbers)) => numbers.push(activity.to_string()),
                None => states.push((*known, vec![activity.to_string()])),
            }
        }
        let told: Vec<String> =
            states.iter().map(|(known, numbers)| state(*known).of(&lang.list(numbers), lang)).collect();
        if told.is_empty() {
            return state(frame.certificate).phrase(lang).to_owned();
        }
        told.join(lang.pick(" ; ", "; "))
    }

    /// Actors with the data that they read; those who read the same share a mention.
    fn cells(self, frames: &[&Frame]) -> String {
        let mut actors: Vec<(usize, Vec<usize>)> = Vec::new();
        for frame in frames {
            let verdict = &self.audit.verdicts[frame.verdict];
            match actors.iter_mut().find(|(actor, _)| *actor == verdict.actor) {
                Some((_, data)) => data.push(verdict.data),
                None => actors.push((verdict.actor, vec![verdict.data])),
            }
        }
        let mut alike: Vec<(Vec<&str>, Vec<usize>)> = Vec::new();
        for (actor, data) in actors {
            let label = self.audit.actors[actor].label.get(self.lang);
            match alike.iter_mut().find(|(_, known)| *known == data) {
                Some((labels, _)) => labels.push(label),
                None => alike.push((vec![label], data)),
            }
        }
        let told = alike.iter().map(|(labels, data)| format!("{} : {}", labels.join(", "), self.data(data)));
        let told: Vec<String> = told.map(|one| self.lang.pick(one.clone(), one.replace(" : ", ": "))).collect();
        told.join(self.lang.pick(" ; ", "; "))
    }
}
