//! The program `verbale`: reads its command line and its configuration, does what it was told, and says how it went.
//!
//! It ends with 0 where that was done, with 1 where it was not, and with 2 where the command line or the configuration
//! make no sense.

use mimalloc::MiMalloc;
use server::{
    cli,
    config::{self, Configuration},
    log,
};
use std::process::ExitCode;

/// A page is made of thousands of small pieces that live for a millisecond. This allocator is made for that: with it,
/// the desk costs a quarter less than with that of the C library (`bin/bench`).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The command line or the configuration make no sense (as programs on Unix have it).
const USAGE: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
    let line = match cli::parse(std::env::args_os()) {
        Ok(line) => line,
        Err(answer) => {
            // Help is an answer too, and no failure. Where there is nobody to print for, nothing is printed.
            _ = answer.print();
            return ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(USAGE));
        }
    };
    let configuration = match Configuration::read(&line.flags, &config::environment()) {
        Ok(configuration) => configuration,
        Err(problems) => {
            eprint!("verbale: {problems}");
            return ExitCode::from(USAGE);
        }
    };
    log::begin(&configuration);
    match line.task.run(&configuration).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("verbale: {failure}");
            ExitCode::FAILURE
        }
    }
}
