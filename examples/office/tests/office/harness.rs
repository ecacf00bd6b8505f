//! A service of its own for a test, and somebody who asks it.

use crate::many;
use reqwest::blocking::{Client, ClientBuilder, Response};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A running service.
pub struct Office {
    pub child: Child,
    pub address: String,
    pub database: String,
}

/// A database of its own for each test.
fn databases() -> Vec<String> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("office_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let file: PathBuf = std::env::temp_dir().join(format!("{name}.db"));
    let mut databases = vec![format!("sqlite://{}", file.display())];
    if let Ok(postgres) = std::env::var("OFFICE_POSTGRES") {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            use sqlx::Connection;
            let mut connection = sqlx::PgConnection::connect(&postgres).await.unwrap();
            sqlx::query(&format!("CREATE DATABASE {name}")).execute(&mut connection).await.unwrap();
        });
        databases.push(format!("{}/{name}", postgres.rsplit_once('/').unwrap().0));
    }
    databases
}

/// A service on each kind of database.
pub fn offices(arguments: &[&str]) -> Vec<Office> {
    databases().into_iter().map(|database| Office::start(database, arguments)).collect()
}

impl Office {
    pub fn start(database: String, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ruankao-office"));
        command.args(["--listen", "127.0.0.1:0", "--database", &database]).args(arguments);
        if !arguments.contains(&"--public-limit") {
            command.args(["--public-limit", "0"]);
        }
        let mut child = command.env("RUST_LOG", "error").stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let listening = lines.find_map(|line| line.unwrap().strip_prefix("listening on ").map(str::to_owned)).unwrap();
        // Whoever writes more is not to wait for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let address = listening.split(',').next().unwrap().to_owned();
        Self { child, address, database }
    }

    /// Adds many certificates to its database.
    pub fn fill(&self, count: usize) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(many::fill(&self.database, count, ruankao::day!(2008, 1, 15)));
    }

    /// Tells it to end, and waits: whether it ended well.
    pub fn stop(&mut self) -> bool {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(20) {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code() == Some(0);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }

    /// Somebody who is not logged in.
    pub fn anybody(&self) -> Asker {
        Asker { client: client().build().unwrap(), address: self.address.clone(), token: None }
    }

    /// Somebody who is.
    pub fn login(&self, name: &str) -> Asker {
        let mut asker = self.anybody();
        let answer = asker.post("/api/sessions", &json!({ "name": name, "password": name }));
        assert_eq!(answer.status(), 201);
        let body: Value = answer.json().unwrap();
        asker.token = Some(body["token"].as_str().unwrap().into());
        asker
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(file) = self.database.strip_prefix("sqlite://") {
            ["", "-wal", "-shm"].iter().for_each(|end| drop(std::fs::remove_file(format!("{file}{end}"))));
        }
    }
}

pub fn client() -> ClientBuilder {
    Client::builder().timeout(Duration::from_secs(60))
}

/// Somebody who asks.
#[derive(Clone)]
pub struct Asker {
    pub client: Client,
    pub address: String,
    pub token: Option<String>,
}

impl Asker {
    pub fn get(&self, path: &str) -> Response {
        let mut request = self.client.get(format!("{}{path}", self.address));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        request.send().unwrap()
    }

    pub fn read(&self, path: &str) -> Value {
        let answer = self.get(path);
        let status = answer.status();
        let text = answer.text().unwrap();
        assert!(status.is_success(), "{status} {text}");
        serde_json::from_str(&text).unwrap()
    }

    pub fn post(&self, path: &str, body: &Value) -> Response {
        self.post_with(path, body, None)
    }

    pub fn post_with(&self, path: &str, body: &Value, key: Option<&str>) -> Response {
        let mut request = self.client.post(format!("{}{path}", self.address)).json(body);
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        request.send().unwrap()
    }

    /// The version that a certificate is at.
    pub fn version(&self, number: &str) -> i64 {
        self.read(&format!("/api/certificates/{number}"))["version"].as_i64().unwrap()
    }

    /// Acts on a certificate as it is now.
    pub fn act(&self, number: &str, command: Value) -> Response {
        let version = self.version(number);
        self.post(&format!("/api/certificates/{number}/acts"), &json!({ "version": version, "do": command }))
    }

    /// The same, where it is to be done.
    pub fn done(&self, number: &str, command: Value) -> Value {
        let answer = self.act(number, command);
        let status = answer.status();
        let text = answer.text().unwrap();
        assert_eq!(status, 201, "{text}");
        serde_json::from_str(&text).unwrap()
    }

    /// The same, where it is to be refused: the problem.
    pub fn refused(&self, number: &str, command: Value) -> Value {
        let answer = self.act(number, command);
        assert!(answer.status().is_client_error(), "{}", answer.status());
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        answer.json().unwrap()
    }
}

/// A certificate newly entered, approved on a day, whose holder studied so many hours in each of three years.
pub fn enter(office: &Office, number: &str, obtained_on: &str, hours: &[(&str, u32)]) {
    enter_for(office, number, "11010519491231002X", obtained_on, hours);
}

/// The same for the holder of an identity number.
pub fn enter_for(office: &Office, number: &str, identity: &str, obtained_on: &str, hours: &[(&str, u32)]) {
    let new = json!({
        "number": number, "name": "张三", "qualification": "软件设计师", "obtained_on": obtained_on,
        "identity_number": identity,
    });
    let answer = office.login("centre").post("/api/certificates", &new);
    assert_eq!(answer.status(), 201, "{}", answer.text().unwrap());
    let clerk = office.login("clerk");
    for (on, hours) in hours {
        let entry =
            json!({ "on": on, "hours": hours, "mode": "on_the_job", "field": "software", "kind": "technology" });
        let answer = clerk.post(&format!("/api/certificates/{number}/studies"), &json!({ "entry": entry }));
        assert_eq!(answer.status(), 201);
    }
}

/// Sixty hours a year for a certificate obtained on 2005-03-10.
pub const FULL: &[(&str, u32)] = &[("2005-09-20", 60), ("2006-08-18", 60), ("2007-10-19", 60)];

/// The papers of an application that agree with the certificate of [`enter`]; the fee is paid if `paid`.
pub fn papers(number: &str, obtained_on: &str, paid: bool) -> Value {
    let payment = if paid { json!({ "amount": 3000, "on": "2008-01-14" }) } else { Value::Null };
    json!({
        "form": {
            "document": "resident_identity_card",
            "fields": {
                "category": "计算机软件", "qualification": "软件设计师（中级）", "name": "张三", "sex": "女",
                "birth": "1949年12月", "photo": "有", "health": "良好", "identity_number": "11010519491231002X",
                "certificate_number": number, "obtained_on": obtained_on, "address": "虬江路1000号",
                "postal_code": "200071", "employer": "某软件公司", "telephone": "021-36337995",
                "employer_result": "合格", "employer_date": "2008-01-10", "employer_seal": "有", "signature": "有",
                "applied_on": "2008-01-08",
            },
            "rows": [],
        },
        "evidence": {
            "documents": ["certificate", "identity", "education_proof"],
            "conduct_good": true, "no_criminal_record": true, "fit_for_post": true, "province": "31", "payment": payment,
        },
    })
}
