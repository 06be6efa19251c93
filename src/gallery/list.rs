//! The files of the gallery, as the tool carries them: written by `tests/gallery.rs`.

use super::Entry;

macro_rules! carried {
    ($($id:literal),* $(,)?) => {
        &[$(Entry { id: $id, text: include_str!(concat!("../../models/", $id, ".yaml")) }),*]
    };
}

pub(super) const ENTRIES: &[Entry] = carried![
    "defeats/01-server-held-keys",
    "defeats/02-escrow",
    "defeats/03-byok",
    "defeats/04-password-sent",
    "defeats/05-weak-password",
    "defeats/06-guess-limiter",
    "defeats/07-key-directory",
    "defeats/08-ghost-member",
    "defeats/09-web-code",
    "defeats/10-auto-update",
    "defeats/11-third-party-script",
    "defeats/12-push-text",
    "defeats/13-device-backup",
    "defeats/14-other-participant",
    "defeats/15-server-side-ai",
    "defeats/16-link-previews",
    "defeats/17-session-replay",
    "defeats/18-logs",
    "defeats/19-crash-dumps",
    "defeats/20-mail-fallback",
    "defeats/21-bridge",
    "defeats/22-sms-takeover",
    "defeats/23-one-reset-factor",
    "defeats/24-support-tool",
];
