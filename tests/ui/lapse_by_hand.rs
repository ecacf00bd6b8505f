//! A state can only be had from the move that leads to it.

use chrono::NaiveDate;
use ruankao::lifecycle::{Lapsed, Running};

fn forge(running: Running, since: NaiveDate) -> Lapsed {
    Lapsed { dossier: running.dossier, since }
}

fn main() {}
