//! A clerk in headless Chromium, in Chinese: from form to stamp, a correction and a refusal on the way; screenshots wide,
//! narrow and dark.
//!
//! `cargo run --example browser -- target/debug/ruankao-office http://127.0.0.1:9515 /tmp/pictures`, beside a `chromedriver`.
#![expect(clippy::unwrap_used, reason = "a walk that goes wrong is to stop there")]

use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Map, Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// A process that ends with the walk, however that ends.
struct Ended(std::process::Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Browser {
    client: Client,
    address: String,
    pictures: String,
}

impl Browser {
    async fn open(driver: &str, address: &str, pictures: &str, options: &[&str], dark: bool) -> Self {
        let mut arguments =
            vec!["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=zh-CN"];
        arguments.extend(options);
        if dark {
            arguments.push("--force-dark-mode");
        }
        let capabilities: Map<String, Value> =
            json!({ "goog:chromeOptions": { "args": arguments } }).as_object().unwrap().clone();
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(driver)
            .await
            .unwrap();
        Self { client, address: address.to_owned(), pictures: pictures.to_owned() }
    }

    async fn go(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.address)).await.unwrap();
    }

    async fn write(&self, name: &str, text: &str) {
        let field = self.client.find(Locator::Css(&format!("[name={name}]"))).await.unwrap();
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    async fn tick(&self, name: &str) {
        self.client.find(Locator::Css(&format!("[name={name}]"))).await.unwrap().click().await.unwrap();
    }

    /// Presses the button or follows the link of these words.
    async fn press(&self, words: &str) {
        let path = format!("//main//button[normalize-space()='{words}'] | //main//a[normalize-space()='{words}']");
        self.client.wait().for_element(Locator::XPath(&path)).await.unwrap().click().await.unwrap();
    }

    async fn sees(&self, words: &str) {
        let text = self.client.find(Locator::Css("main")).await.unwrap().text().await.unwrap();
        assert!(text.contains(words), "`{words}` is not on the page:\n{text}");
    }

    /// The whole page as a picture; nothing sticks out to the side.
    async fn picture(&self, name: &str) {
        let measured = self.client.execute(
            "return [document.documentElement.scrollWidth, window.innerWidth, document.documentElement.scrollHeight]",
            vec![],
        );
        let measured = measured.await.unwrap();
        let [across, wide, high] = [0, 1, 2].map(|place| measured[place].as_u64().unwrap());
        assert!(across <= wide, "{name}: the page is {across} wide in a window of {wide}");
        let (_, _, wide, was) = self.client.get_window_rect().await.unwrap();
        self.client.set_window_size(u32::try_from(wide).unwrap(), u32::try_from(high).unwrap() + 160).await.unwrap();
        std::fs::write(format!("{}/{name}.png", self.pictures), self.client.screenshot().await.unwrap()).unwrap();
        self.client.set_window_size(u32::try_from(wide).unwrap(), u32::try_from(was).unwrap()).await.unwrap();
    }

    async fn log_in(&self, name: &str) {
        self.go("/login").await;
        self.write("name", name).await;
        self.write("password", name).await;
        self.press("登录").await;
        self.client.wait().for_element(Locator::Css("form[action='/logout']")).await.unwrap();
    }
}

/// What the form has ticked.
const TICKED: [&str; 6] = [
    "conduct_good",
    "no_criminal_record",
    "fit_for_post",
    "document_certificate",
    "document_identity",
    "document_education_proof",
];

/// What the holder wrote, one field wrong.
const FORM: &[(&str, &str)] = &[
    ("sex", "女"),
    ("birth", "1970年1月"),
    ("photo", "有"),
    ("health", "良好"),
    ("identity_number", "11010519491231002X"),
    ("address", "虬江路1000号"),
    ("postal_code", "20007"),
    ("employer", "某软件公司"),
    ("telephone", "021-36337995"),
    ("employer_result", "合格"),
    ("employer_date", "2008-01-10"),
    ("employer_seal", "有"),
    ("signature", "有"),
];

async fn walk(browser: &Browser) {
    browser.go("/?number=31-2005-0001&name=王伟").await;
    browser.sees("证书编号与姓名相符").await;
    browser.picture("query").await;
    browser.log_in("clerk").await;
    browser.sees("今日柜台").await;
    browser.picture("counter").await;

    // The holder of a story whose term ends soon.
    browser.go("/certificates/31-2005-0009").await;
    browser.picture("file").await;
    browser.press("填写登记申请表").await;
    browser.picture("form").await;
    for (name, text) in FORM {
        browser.write(name, text).await;
    }
    for name in TICKED {
        browser.tick(name).await;
    }
    browser.press("提交申请").await;
    browser.sees("邮政编码：格式不符").await;
    browser.picture("form_with_defects").await;
    browser.write("postal_code", "200071").await;
    browser.press("提交申请").await;
    browser.sees("已提交登记申请").await;
    // 补正: what disagrees is told before anything is decided.
    browser.sees("审查发现").await;
    browser.picture("filed").await;
    browser.press("补正申请材料").await;
    browser.write("birth", "1949年12月").await;
    browser.press("提交补正").await;
    browser.press("受理").await;
    browser.sees("证书登记费尚未缴纳（47.6）").await;
    browser.picture("examined").await;
    browser.press("不予登记").await;
    browser.sees("应办理登记").await;

    // The mended application, the fee paid.
    browser.press("填写登记申请表").await;
    for (name, text) in FORM {
        browser.write(name, text).await;
    }
    for (name, text) in
        [("birth", "1949年12月"), ("postal_code", "200071"), ("paid", "30.00"), ("paid_on", "2008-01-15")]
    {
        browser.write(name, text).await;
    }
    for name in TICKED {
        browser.tick(name).await;
    }
    browser.press("提交申请").await;
    browser.press("受理").await;
    browser.sees("经审查，符合登记条件").await;
    browser.press("准予登记，加盖登记专用章").await;
    browser.sees("加盖计算机专业技术资格（水平）证书登记专用章").await;
    browser.picture("stamped").await;
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [service, driver, pictures] = arguments.as_slice() else { panic!("give the service, the driver, a folder") };
    std::fs::create_dir_all(pictures).unwrap();
    let database = format!("sqlite://{pictures}/office.db");
    let mut child = Ended(
        Command::new(service)
            .args(["--listen", "127.0.0.1:0", "--database", &database])
            .env("RUST_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut lines = BufReader::new(child.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let line = lines.find(|line| line.starts_with("listening on ")).unwrap();
    let address = line.trim_start_matches("listening on ").split(',').next().unwrap().to_owned();

    let wide = Browser::open(driver, &address, pictures, &["--window-size=1280,900"], false).await;
    walk(&wide).await;
    wide.client.close().await.unwrap();
    for (name, size, dark) in [("narrow", "--window-size=500,900", false), ("dark", "--window-size=1280,900", true)] {
        let browser = Browser::open(driver, &address, pictures, &[size], dark).await;
        browser.log_in("clerk").await;
        for (page, path) in [
            ("query", "/?number=31-2005-0001&name=王伟"),
            ("counter", "/counter"),
            ("file", "/certificates/31-2005-0009"),
            ("form", "/certificates/31-2005-0001/application"),
            ("agenda", "/agenda"),
        ] {
            browser.go(path).await;
            browser.picture(&format!("{page}_{name}")).await;
        }
        browser.client.close().await.unwrap();
    }
    println!("from form to stamp, with a correction and a refusal; pictures in {pictures}");
}
