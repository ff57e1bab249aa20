//! Workbooks as a State receives them, as ministries change them, and as somebody could break them.

mod broken;
mod damage;
mod edit;
mod ministry;
mod openpyxl;
mod round_trip;
mod support;
mod written;
