//! The figures: requests a second and the 99th percentile of the public query and of an act, beside the same without the
//! law; and how long a start takes. Bounded in time, on loopback alone.
//!
//! `cargo run --release --example load -- target/release/ruankao-office sqlite:///tmp/figures.db`
#![expect(clippy::disallowed_methods, reason = "it measures time")]
#![expect(clippy::unwrap_used, reason = "a measurement that goes wrong is to stop there")]

#[path = "../tests/office/many.rs"]
mod many;

use reqwest::blocking::{Client, Response};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const CERTIFICATES: usize = 100_000;
const ASKERS: usize = 8;
/// How long each of four turns lasts.
const LASTS: Duration = Duration::from_secs(4);

fn start(service: &str, database: &str) -> (Child, String, Duration) {
    let begun = Instant::now();
    let arguments = ["--listen", "127.0.0.1:0", "--database", database, "--baseline", "--public-limit", "0"];
    let mut child =
        Command::new(service).args(arguments).env("RUST_LOG", "error").stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let line = lines.find(|line| line.starts_with("listening on ")).unwrap();
    let address = line.trim_start_matches("listening on ").split(',').next().unwrap().to_owned();
    let took = begun.elapsed();
    std::thread::spawn(move || lines.for_each(drop));
    (child, address, took)
}

/// Asks from several sides at once for a while: how long it took, and how long each answer.
fn ask(ask: &(impl Fn(&Client, usize) -> Response + Sync), next: &AtomicUsize) -> (Duration, Vec<Duration>) {
    let begun = Instant::now();
    let took = std::thread::scope(|scope| {
        let askers: Vec<_> = (0..ASKERS)
            .map(|_| {
                scope.spawn(|| {
                    let (client, mut took) = (Client::new(), Vec::new());
                    while begun.elapsed() < LASTS {
                        let asked = Instant::now();
                        let answer = ask(&client, next.fetch_add(1, Ordering::Relaxed));
                        assert!(answer.status().is_success(), "{}", answer.text().unwrap());
                        let _ = answer.bytes().unwrap();
                        took.push(asked.elapsed());
                    }
                    took
                })
            })
            .collect();
        askers.into_iter().flat_map(|asker| asker.join().unwrap()).collect()
    });
    (begun.elapsed(), took)
}

/// Asks with the law and without it in turns, so that neither finds the database larger or warmer than the other.
fn compare(
    name: &str,
    with: impl Fn(&Client, usize) -> Response + Sync,
    without: impl Fn(&Client, usize) -> Response + Sync,
) {
    let (mut law, mut bare) = ((Duration::ZERO, Vec::new()), (Duration::ZERO, Vec::new()));
    let (asked, asked_bare) = (AtomicUsize::new(0), AtomicUsize::new(0));
    for is_law in [true, false, false, true] {
        let (sum, (lasted, took)) = match is_law {
            true => (&mut law, ask(&with, &asked)),
            false => (&mut bare, ask(&without, &asked_bare)),
        };
        sum.0 += lasted;
        sum.1.extend(took);
    }
    let [law, bare] = [law, bare].map(|(lasted, mut took)| {
        took.sort_unstable();
        let at = |share: f64| took[((took.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
        (took.len() as f64 / lasted.as_secs_f64(), at(0.5), at(0.99))
    });
    for (what, (a_second, median, most)) in [("", law), (" without the law", bare)] {
        let name = format!("{name}{what}");
        println!("{name:<28} {a_second:>8.0}/s   median {median:>6.2} ms   99th percentile {most:>7.2} ms");
    }
    println!("{:<28} {:>8.2}", "of those without, so many", law.0 / bare.0);
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [service, database] = arguments.as_slice() else { panic!("give the service and its database") };
    let (mut child, ..) = start(service, database);
    child.kill().unwrap();
    child.wait().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(many::fill(database, CERTIFICATES, ruankao::day!(2008, 1, 15)));
    let (mut child, address, took) = start(service, database);
    println!("started on {CERTIFICATES} certificates in {:.2} s", took.as_secs_f64());

    let client = Client::new();
    let login = json!({ "name": "clerk", "password": "clerk" });
    let session: Value = client.post(format!("{address}/api/sessions")).json(&login).send().unwrap().json().unwrap();
    let token = session["token"].as_str().unwrap();
    // Terms that run.
    let runs: Vec<usize> = (0..CERTIFICATES).filter(|index| index % many::ROUND < 1000).collect();
    let query = |path: &str, client: &Client, index: usize| {
        let asked = runs[index * 331 % runs.len()];
        let query = [("number", many::number(asked)), ("name", many::name(asked))];
        client.get(format!("{address}{path}")).query(&query).send().unwrap()
    };
    compare(
        "public query",
        |client, index| query("/api/public", client, index),
        |client, index| query("/baseline/public", client, index),
    );
    let half = runs.len() / 2;
    let cancelled = json!({ "event": "cancelled", "on": "2008-01-15", "ground": "major_loss" });
    let request = json!({ "version": 1, "do": { "record": { "event": cancelled } } });
    let act = |path: &str, client: &Client, index: usize, body: &Value| {
        let url = format!("{address}{path}/certificates/{}/acts", many::number(index));
        client.post(url).bearer_auth(token).json(body).send().unwrap()
    };
    compare(
        "act",
        |client, index| act("/api", client, runs[index], &request),
        |client, index| act("/baseline", client, runs[half + index], &cancelled),
    );
    child.kill().unwrap();
    child.wait().unwrap();
}
