//! A registration agency's service: the law is the crate's, the rest is well-kept parts.

mod api;
mod app;
mod baseline;
mod buttons;
mod change;
mod clerk;
mod conformance;
mod decide;
mod desk;
mod file;
mod fill;
mod form;
mod law;
mod openapi;
mod pages;
mod perform;
mod problem;
mod public;
mod record;
mod register;
mod serve;
mod store;
mod users;
mod visitor;
mod words;

use crate::app::{App, Clock, Shared};
use crate::problem::Problem;
use crate::store::Store;
use anyhow::{Context, anyhow};
use chrono::NaiveDate;
use clap::Parser;
use ruankao::calendar::iso;
use ruankao::identity::Province;
use ruankao::registration::{Fee, FeeSchedule, Fen};
use ruankao::{Law, day};
use serde::de::DeserializeOwned;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// What the service is started with.
#[derive(Parser)]
#[command(about = "The service of a registration agency, over SQLite or PostgreSQL")]
struct Options {
    /// Where it listens.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8047")]
    listen: SocketAddr,
    /// The database: `sqlite://FILE` or `postgres://…`.
    #[arg(long, value_name = "URL", default_value = "sqlite://office.db", value_parser = database)]
    database: String,
    /// The day it always is.
    #[arg(long, value_name = "YYYY-MM-DD", default_value = "2008-01-15", value_parser = |text: &str| iso::parse(text))]
    today: NaiveDate,
    /// Follows the real calendar instead.
    #[arg(long, conflicts_with = "today")]
    real_time: bool,
    /// The law the office stands for, as JSON; the notices of 2004, if nothing is said.
    #[arg(long, value_name = "FILE", value_parser = read::<Law>)]
    law: Option<Law>,
    /// The fees in force, as JSON.
    #[arg(long, value_name = "FILE", value_parser = read::<FeeSchedule>)]
    fees: Option<FeeSchedule>,
    /// How often one address may ask the public query in a minute; 0 for no limit.
    #[arg(long, default_value_t = 60)]
    public_limit: u32,
    /// Opens `/conformance` to whoever asks: for tests alone.
    #[arg(long)]
    conformance: bool,
    /// Opens `/baseline`: what the figures compare with.
    #[arg(long)]
    baseline: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx::query=error"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let (amount, from) = (Fen(3000), day!(2005, 1, 1));
    let of_shanghai = FeeSchedule::new(vec![Fee { province: Province::Shanghai, amount, from, to: None }])?;
    let (law, fees) = (options.law.unwrap_or_else(Law::of_2004), options.fees.unwrap_or(of_shanghai));
    let clock = if options.real_time { Clock::Runs } else { Clock::Stands(options.today) };
    // An address may hold a password, so it is not repeated.
    let store = Store::open(&options.database).await.context(
        "`--database` cannot be opened; expected a file that can be written, or the address of a PostgreSQL that runs",
    )?;
    let listener = TcpListener::bind(options.listen).await.with_context(|| {
        format!("cannot listen on `{}`; expected an address of this machine and a port that is free", options.listen)
    })?;
    let app: Shared =
        Arc::new(App { store, laws: law::Laws::new(law), fees, clock, limiter: app::limiter(options.public_limit) });
    let told = |problem: Problem| anyhow!("the database cannot be filled: {}", problem.title_en);
    if fill::fill(&app).await.map_err(told)? {
        println!("filled with the stories; these log in, each with its name as the password:");
        for (name, role, body) in fill::DEMO_USERS {
            println!("  {name}: {} {}", role, body.unwrap_or_default());
        }
    }
    println!("listening on http://{}, today is {}", listener.local_addr()?, clock.today());
    let router = serve::router(app.clone(), options.conformance, options.baseline);
    serve::run(listener, router, Duration::from_secs(10)).await?;
    app.store.close().await;
    Ok(())
}

/// What lies in a file, as JSON.
fn read<T: DeserializeOwned>(path: &str) -> anyhow::Result<T> {
    let text = std::fs::read_to_string(path)?;
    serde_json::from_str(&text).map_err(|error| anyhow!("{error}; expected JSON as the library writes it"))
}

/// The address of a database; an SQLite file is made where there is none.
fn database(url: &str) -> Result<String, &'static str> {
    match url.split_once(':') {
        Some(("sqlite", _)) if url.contains("mode=") => Ok(url.into()),
        Some(("sqlite", _)) => Ok(format!("{url}{}mode=rwc", if url.contains('?') { '&' } else { '?' })),
        Some(("postgres" | "postgresql", _)) => Ok(url.into()),
        _ => Err("expected `sqlite://FILE` or `postgres://USER@HOST/DATABASE`"),
    }
}
