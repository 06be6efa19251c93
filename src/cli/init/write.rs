//! A first model, as the text of a file.

use std::fmt::Write as _;

use super::answers::{Answers, Ids, Known};
use crate::text::Lang;
use crate::text::init::{self as texts, Words, comments};

/// The topics that a first model suggests to deny.
const TOPICS: &str =
    "logs, error-tracking, analytics, push, notifications, support, staging, exports, cdn, device-management";

/// The text being written.
struct Draft<'a> {
    answers: &'a Answers,
    lang: Lang,
    words: Words,
    vendor: String,
    host: String,
    admins: Option<String>,
    organisations: Vec<(String, &'static str, String)>,
    users: Vec<(String, String)>,
    /// The name of the group of admins, which no user bears.
    group: String,
    out: String,
}

/// The text of a model.
pub(super) fn model(answers: &Answers) -> String {
    let mut draft = Draft::new(answers);
    draft.system();
    draft.actors();
    draft.data();
    draft.clients();
    draft.backend();
    draft.storage();
    draft.links();
    draft.end_to_end();
    draft.admins();
    draft.claims();
    draft.out
}

/// A text between double quotes, as YAML reads it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A list, without brackets if it has one element.
fn listed(items: &[String]) -> String {
    match items {
        [one] => one.clone(),
        _ => format!("[{}]", items.join(", ")),
    }
}

impl<'a> Draft<'a> {
    fn new(answers: &'a Answers) -> Self {
        let lang = answers.lang;
        let words = texts::words(lang);
        let [vendor_word, host_word, other_word, users_word] = words.fallbacks;
        let mut ids = Ids::default();
        let mut organisations: Vec<(String, &'static str, String)> = Vec::new();
        let mut organisation = |label: &str, word: &str, role: &'static str, ids: &mut Ids| {
            if let Some((id, ..)) =
                organisations.iter().find(|(_, _, known)| known.to_lowercase() == label.to_lowercase())
            {
                return id.clone();
            }
            let id = ids.make(label, word);
            organisations.push((id.clone(), role, label.to_owned()));
            id
        };
        let vendor = organisation(&answers.vendor, vendor_word, "vendor", &mut ids);
        let host = answers.host.as_deref().unwrap_or(texts::some_host(lang));
        let host = organisation(host, host_word, "host", &mut ids);
        let admins = answers.admins.as_deref();
        let admins = admins.map(|label| organisation(label, other_word, "managed-services", &mut ids));
        let users = answers.users.iter().map(|label| (ids.make(label, users_word), label.clone())).collect();
        let group = ids.make(words.admins.0, words.admins.0);
        Self { answers, lang, words, vendor, host, admins, organisations, users, group, out: String::new() }
    }

    fn line(&mut self, text: &str) {
        let _ = writeln!(self.out, "{text}");
    }

    /// A comment before a section.
    fn comment(&mut self, text: &str) {
        self.out.push('\n');
        for line in text.lines() {
            self.line(&format!("# {line}"));
        }
    }

    fn readers(&self) -> String {
        let ids: Vec<String> = self.users.iter().map(|(id, _)| id.clone()).collect();
        listed(&ids)
    }

    fn system(&mut self) {
        self.line("# yaml-language-server: $schema=./enclair.schema.json");
        self.line("#");
        for line in comments::top(self.lang).lines() {
            self.line(&format!("# {line}"));
        }
        self.line("\nenclair: 1\nsystem:");
        self.line(&format!("  name: {}", quoted(&self.answers.name)));
        self.line(&format!("  vendor: {}", self.vendor));
        self.line(&format!("  # {}", comments::date(self.lang)));
        self.line(&format!("  language: {}", self.lang));
    }

    fn actors(&mut self) {
        self.comment(comments::organisations(self.lang));
        self.line("organisations:");
        for (id, role, label) in self.organisations.clone() {
            let label = quoted(&label);
            self.line(&format!("  {id}: {{ role: {role}, label: {label}, country: unknown, owned_by: unknown }}"));
        }
        self.comment(comments::people(self.lang));
        self.line("people:");
        for (id, label) in self.users.clone() {
            self.line(&format!("  {id}: {{ label: {} }}", quoted(&label)));
        }
    }

    fn data(&mut self) {
        self.comment(comments::data(self.lang));
        let (id, label) = self.words.data;
        let readers = self.readers();
        self.line(&format!("data:\n  {id}: {{ label: {}, kind: health, readers: {readers} }}", quoted(label)));
    }

    /// The clients, by their names.
    fn ends(&self) -> Vec<String> {
        let (web, mobile) = (self.words.web.0, self.words.mobile.0);
        let ends = [(self.answers.web, web), (self.answers.mobile, mobile)];
        ends.into_iter().filter(|(there, _)| *there).map(|(_, id)| id.to_owned()).collect()
    }

    fn clients(&mut self) {
        self.comment(comments::clients(self.lang));
        if self.ends().is_empty() {
            self.line("clients: {}");
            return;
        }
        self.line("clients:");
        let users = self.readers();
        let Words { web, mobile, pages, release, .. } = self.words;
        if self.answers.web {
            let label = quoted(web.1);
            self.line(&format!(
                "  {}: {{ label: {label}, used_by: {users}, kind: web, code_from: {} }}",
                web.0, pages.0
            ));
        }
        if self.answers.mobile {
            let label = quoted(mobile.1);
            let text =
                format!("label: {label}, used_by: {users}, kind: mobile, code_from: {}, lock: unknown", release.0);
            self.line(&format!("  {}: {{ {text} }}", mobile.0));
        }
    }

    fn backend(&mut self) {
        self.comment(comments::hosting(self.lang));
        let Words { machines, pages, release, ci, .. } = self.words;
        self.line(&format!("hosting:\n  {}: {{ operator: {}, label: {} }}", machines.0, self.host, quoted(machines.1)));
        self.comment(comments::backend(self.lang));
        self.line("backend:");
        let exposed = if self.ends().is_empty() { "none" } else { "internet" };
        let runs = format!("runs_on: {}, exposed: {exposed}, code_from: {}", machines.0, ci.0);
        self.line(&format!("  api: {{ {runs}, label: API }}"));
        if self.answers.web {
            self.line(&format!("  {}: {{ {runs}, label: {} }}", pages.0, quoted(pages.1)));
        }
        let vendor = self.vendor.clone();
        if self.answers.mobile {
            let label = quoted(release.1);
            let text = format!("kind: app-release, operator: {vendor}, code_from: {}, label: {label}", ci.0);
            self.line(&format!("  {}: {{ {text} }}", release.0));
        }
        self.line(&format!("  {}: {{ kind: ci, operator: {vendor}, label: {} }}", ci.0, quoted(ci.1)));
    }

    fn storage(&mut self) {
        self.comment(comments::storage(self.lang));
        let Words { data, machines, database, key, .. } = self.words;
        let at_rest = match self.answers.at_rest {
            Known::Yes => format!("{{ scope: volume, key: {} }}", key.0),
            Known::No => "none".to_owned(),
            Known::Unknown => "unknown".to_owned(),
        };
        let (id, label) = (database.0, quoted(database.1));
        self.line(&format!("storage:\n  {id}:\n    label: {label}\n    kind: database\n    runs_on: {}", machines.0));
        self.line(&format!("    used_by: api\n    holds: {}\n    at_rest: {at_rest}", data.0));
        self.backups();
        self.comment(comments::has_no(self.lang));
        self.line(&format!("# has_no: [{TOPICS}]"));
        if self.answers.at_rest == Known::Yes {
            self.comment(comments::keys(self.lang));
            let label = quoted(key.1);
            self.line(&format!("keys:\n  {}: {{ kept_in: {}, label: {label} }}", key.0, machines.0));
        }
    }

    fn backups(&mut self) {
        let Words { database, backup, .. } = self.words;
        let label = quoted(backup.1);
        let entry = format!(
            "{}: {{ label: {label}, of: {}, operator: {}, at_rest: unknown }}",
            backup.0, database.0, self.host
        );
        match self.answers.backups {
            Known::Yes => {
                self.comment(comments::backups(self.lang));
                self.line(&format!("backups:\n  {entry}"));
            }
            Known::No => {
                self.comment(comments::backups(self.lang));
                self.line("backups: {}");
            }
            Known::Unknown => {
                self.comment(comments::backups_unknown(self.lang));
                self.line(&format!("# backups:\n#   {entry}"));
            }
        }
    }

    fn links(&mut self) {
        if let Some((id, _)) = self.users.first().cloned() {
            self.comment(comments::accounts(self.lang));
            let account = "at: api, factors: { password: {} }, login: password, reset: unknown";
            self.line(&format!("# accounts:\n#   {id}: {{ {account} }}"));
        }
        self.comment(comments::links(self.lang));
        self.line("links:");
        let tls = match self.answers.tls {
            Known::Yes => "\"1.3\"",
            Known::No => "none",
            Known::Unknown => "unknown",
        };
        let Words { data, database, web, pages, .. } = self.words;
        if self.answers.web {
            self.line(&format!("  - {{ from: {}, to: {}, tls: {tls}, carries: [] }}", web.0, pages.0));
        }
        for end in self.ends() {
            self.line(&format!("  - {{ from: {end}, to: api, tls: {tls}, carries: {} }}", data.0));
        }
        self.line(&format!("  - {{ from: api, to: {}, tls: unknown, carries: {} }}", database.0, data.0));
    }

    fn end_to_end(&mut self) {
        let ends = self.ends();
        let shown = if ends.is_empty() { vec![self.words.web.0.to_owned()] } else { ends.clone() };
        let between = listed(&shown);
        let entry =
            format!("{{ data: {}, between: {between}, recipients_from: api, verified: unknown }}", self.words.data.0);
        let comment = match (self.answers.end_to_end, ends.is_empty()) {
            (Known::No, _) => return,
            (Known::Yes, false) => {
                self.comment(comments::end_to_end(self.lang));
                self.line(&format!("end_to_end:\n  - {entry}"));
                return;
            }
            (Known::Yes, true) => comments::end_to_end_without_client(self.lang),
            (Known::Unknown, _) => comments::end_to_end_unknown(self.lang),
        };
        self.comment(comment);
        self.line(&format!("# end_to_end:\n#   - {entry}"));
    }

    fn admins(&mut self) {
        let mut targets = vec!["api".to_owned()];
        targets.extend(self.answers.web.then(|| self.words.pages.0.to_owned()));
        targets.push(self.words.database.0.to_owned());
        let targets = listed(&targets);
        let of = self.admins.clone().unwrap_or_else(|| self.vendor.clone());
        let (group, label) = (self.group.clone(), quoted(self.words.admins.1));
        let entry = format!(
            "{group}: {{ label: {label}, of: {of}, mfa: unknown, can: {{ run: {targets}, change: {targets} }} }}"
        );
        if self.admins.is_some() {
            self.comment(comments::admins(self.lang));
            self.line(&format!("admins:\n  {entry}"));
        } else {
            self.comment(comments::admins_unknown(self.lang));
            self.line(&format!("admins: {{}}\n#   {entry}"));
        }
    }

    fn claims(&mut self) {
        self.comment(comments::claims(self.lang));
        let claim = quoted(comments::claim(self.lang));
        let readers = self.readers();
        self.line(&format!("# claims:\n#   - {{ says: {claim}, data: {}, only: {readers} }}", self.words.data.0));
    }
}
