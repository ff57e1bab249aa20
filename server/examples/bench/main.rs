//! What `bin/bench` needs beside the release: a full portal, and something to compare it with.
//!
//! It is an example and no part of the program: no installation has it. The release that is measured knows nothing of
//! being measured.
//!
//! - `bench fill DATABASE FOLDER NUMBER` puts invented States, so many invented publications and ten cycles of progress
//!   reports into a database, and writes the addresses of their pages into files.
//! - `bench fixed DATABASE ADDRESS FOLDER` serves responses that cost nothing to make, of any size: at `/fixed/13000`
//!   behind every layer of the portal, at `/bare/13000` behind none.

mod cycles;
mod fill;
mod fixed;
mod invented;
mod reports;

use std::{env, error::Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["fill", database, folder, number] => fill::fill(database, folder.as_ref(), number.parse()?).await,
        ["fixed", database, address, folder] => fixed::serve(database, address.parse()?, folder).await,
        _ => Err("usage: bench fill DATABASE FOLDER NUMBER | bench fixed DATABASE ADDRESS FOLDER".into()),
    }
}
