//! How far the audit has come, on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// A bar on standard error where that is a terminal, and nothing elsewhere.
pub struct Progress(ProgressBar);

impl Progress {
    /// Of a register of so many bytes, where that is known.
    pub fn new(bytes: Option<u64>) -> Self {
        let target = match std::io::stderr().is_terminal() {
            true => ProgressDrawTarget::stderr(),
            false => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(bytes, target);
        let template = match bytes {
            Some(_) => "{bar:40} {percent:>3}% {msg} {eta} left",
            None => "{spinner} {msg}",
        };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        Self(bar.with_style(style))
    }

    /// So many bytes more, and so many certificates in all.
    pub fn advance(&self, bytes: u64, certificates: u64) {
        if !self.0.is_hidden() {
            self.0.set_message(certificates.to_string());
            self.0.inc(bytes);
        }
    }

    /// Nothing is left of it on the terminal.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}
