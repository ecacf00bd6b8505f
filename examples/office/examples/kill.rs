//! `kill -9` under load, a hundred times: no act that was acknowledged is lost, and none is done twice.
//!
//! `cargo run --release --example kill -- target/release/ruankao-office sqlite:///tmp/killed.db 100`
#![expect(clippy::disallowed_methods, reason = "it lets time pass")]
#![expect(clippy::unwrap_used, reason = "a trial that goes wrong is to stop there")]

use reqwest::blocking::Client;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const CLERKS: usize = 8;

fn start(service: &str, database: &str) -> (Child, String) {
    let arguments = ["--listen", "127.0.0.1:0", "--database", database, "--public-limit", "0"];
    let mut child =
        Command::new(service).args(arguments).env("RUST_LOG", "error").stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let line = lines.find(|line| line.starts_with("listening on ")).unwrap();
    let address = line.trim_start_matches("listening on ").split(',').next().unwrap().to_owned();
    std::thread::spawn(move || lines.for_each(drop));
    (child, address)
}

fn client() -> Client {
    Client::builder().timeout(Duration::from_secs(30)).build().unwrap()
}

fn login(address: &str, name: &str) -> String {
    let login = json!({ "name": name, "password": name });
    let session: Value = client().post(format!("{address}/api/sessions")).json(&login).send().unwrap().json().unwrap();
    session["token"].as_str().unwrap().to_owned()
}

/// A clerk who files and withdraws on a certificate of his own, and remembers what was acknowledged.
struct Clerk {
    number: String,
    /// The version of the last act that was acknowledged.
    acknowledged: i64,
    /// What the last act was, that was asked for and perhaps not answered: it is asked for again, under its key.
    asked: Option<Value>,
    /// How often an act had been done and not been answered.
    unanswered: u32,
}

impl Clerk {
    /// Works until the service is gone.
    fn work(&mut self, address: &str, token: &str) {
        let client = client();
        loop {
            let version = self.acknowledged;
            let request = self.asked.take().unwrap_or_else(|| match version % 2 {
                1 => json!({ "version": version, "do": { "file": papers(&self.number) } }),
                _ => {
                    let event = json!({ "event": "application_withdrawn", "on": "2008-01-15" });
                    json!({ "version": version, "do": { "record": { "event": event } } })
                }
            });
            let url = format!("{address}/api/certificates/{}/acts", self.number);
            let key = format!("{}-{version}", self.number);
            let sent = client.post(url).bearer_auth(token).header("idempotency-key", key).json(&request).send();
            let answer = sent.and_then(|answer| {
                let (status, again) = (answer.status(), answer.headers().contains_key("idempotency-replayed"));
                Ok((status, again, answer.text()?))
            });
            let Ok((status, again, text)) = answer else {
                self.asked = Some(request);
                return;
            };
            assert_eq!(status, 201, "{text}");
            self.unanswered += u32::from(again);
            let recorded: Value = serde_json::from_str(&text).unwrap();
            self.acknowledged = recorded["version"].as_i64().unwrap();
            assert_eq!(self.acknowledged, version + 1);
        }
    }

    /// What was acknowledged is there, and but for one act that was asked for, nothing else is.
    fn verify(&self, address: &str, token: &str) {
        let asked = client().get(format!("{address}/api/certificates/{}", self.number)).bearer_auth(token).send();
        let file: Value = asked.unwrap().json().unwrap();
        let held = file["version"].as_i64().unwrap();
        let most = self.acknowledged + i64::from(self.asked.is_some());
        assert!(
            (self.acknowledged..=most).contains(&held),
            "{} holds {held}, {} acknowledged",
            self.number,
            self.acknowledged
        );
        for (place, act) in (0_i64..).zip(file["acts"].as_array().unwrap()) {
            let name = ["approved", "application_filed", "application_withdrawn"]
                [if place == 0 { 0 } else { 2 - (place % 2) as usize }];
            assert_eq!((act["version"].as_i64(), act["event"]["event"].as_str()), (Some(place + 1), Some(name)));
        }
    }
}

fn papers(number: &str) -> Value {
    json!({
        "form": { "fields": {
            "category": "计算机软件", "qualification": "软件设计师", "name": "张三", "sex": "女", "birth": "1949年12月",
            "photo": "有", "health": "良好", "identity_number": "11010519491231002X", "certificate_number": number,
            "obtained_on": "2005-03-10", "address": "虬江路1000号", "postal_code": "200071", "employer": "某软件公司",
            "telephone": "021-36337995", "signature": "有", "applied_on": "2008-01-08",
        } },
        "evidence": {
            "documents": [], "conduct_good": true, "no_criminal_record": true, "fit_for_post": true, "province": "31",
            "payment": null,
        },
    })
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [service, database, times] = arguments.as_slice() else { panic!("give the service, its database, how often") };
    let times: u64 = times.parse().unwrap();
    let (mut child, address) = start(service, database);
    let centre = login(&address, "centre");
    let documents = [
        "11010519491231002X",
        "110105194912310046",
        "110105194912310062",
        "110105194912310089",
        "11010519491231010X",
        "110105194912310126",
        "110105194912310142",
        "110105194912310169",
    ];
    let mut clerks: Vec<Clerk> = (0..CLERKS)
        .map(|index| {
            let number = format!("K-{index}");
            let new = json!({
                "number": number, "name": "张三", "qualification": "软件设计师", "obtained_on": "2005-03-10",
                "identity_number": documents[index], "document": "resident_identity_card",
            });
            let answer =
                client().post(format!("{address}/api/certificates")).bearer_auth(&centre).json(&new).send().unwrap();
            assert_eq!(answer.status(), 201, "{}", answer.text().unwrap());
            Clerk { number, acknowledged: 1, asked: None, unanswered: 0 }
        })
        .collect();
    child.kill().unwrap();
    child.wait().unwrap();
    for time in 0..times {
        let (mut child, address) = start(service, database);
        let token = login(&address, "clerk");
        clerks.iter().for_each(|clerk| clerk.verify(&address, &token));
        let begun = Instant::now();
        std::thread::scope(|scope| {
            for clerk in &mut clerks {
                let (address, token) = (&address, &token);
                scope.spawn(move || clerk.work(address, token));
            }
            // Never at the same moment of the work.
            let until = Duration::from_millis(100 + time * 37 % 300);
            std::thread::sleep(until.saturating_sub(begun.elapsed()));
            // `Child::kill` sends SIGKILL.
            child.kill().unwrap();
        });
        child.wait().unwrap();
    }
    let (mut child, address) = start(service, database);
    let token = login(&address, "clerk");
    clerks.iter().for_each(|clerk| clerk.verify(&address, &token));
    child.kill().unwrap();
    child.wait().unwrap();
    let acknowledged: i64 = clerks.iter().map(|clerk| clerk.acknowledged - 1).sum();
    let unanswered: u32 = clerks.iter().map(|clerk| clerk.unanswered).sum();
    println!(
        "killed {times} times: {acknowledged} acts acknowledged, none lost and none doubled; {unanswered} had been done unanswered, and were told so"
    );
}
