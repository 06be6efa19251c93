//! A model whose author wants to deceive whoever reads what is made of it.

#![allow(unreachable_pub, reason = "several tests include it")]

/// A model every free text of which is this, refuting a claim and failing an expectation, so that all
/// that can be printed is.
pub fn model(text: &str) -> String {
    format!(
        r#"enclair: 1
system: {{ name: {text}, vendor: acme, date: 2026-11-22 }}
organisations:
  acme: {{ country: FR, role: {text}, label: {text}, hds: [1, 2], hds_until: 2027-01-01 }}
  cloud: {{ country: US, owned_by: unknown, label: {{ fr: {text}, en: {text} }} }}
people:
  patient: {{ label: {text} }}
data:
  note: {{ kind: health, readers: patient, label: {text} }}
clients:
  app: {{ used_by: patient, kind: mobile, code_from: shop, label: {text} }}
hosting:
  vm: {{ operator: cloud, label: {text}, evidence: {{ level: document, ref: {text}, by: {text}, date: 2026-01-01 }} }}
backend:
  api: {{ runs_on: vm, code_from: shop, label: {text} }}
  shop: {{ operator: acme, label: {text} }}
storage:
  db: {{ kind: database, runs_on: vm, used_by: api, holds: note, at_rest: unknown, label: {text} }}
backups:
  copy: {{ of: db, operator: cloud, at_rest: unknown, label: {text} }}
keys:
  seal: {{ kept_in: vm, label: {text} }}
links:
  - {{ from: app, to: api, tls: "1.3", carries: note, label: {text} }}
admins:
  sre: {{ of: acme, mfa: unknown, can: {{ run: api, change: db }}, label: {text} }}
claims:
  - {{ id: private, says: {text}, data: note, only: patient }}
  - {{ says: {{ fr: {text}, en: {text} }}, data: note, only: [patient, acme, cloud, sre] }}
expect:
  - {{ actor: acme, data: note, past: none, new: none }}
"#
    )
}
