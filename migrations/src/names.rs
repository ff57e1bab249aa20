//! The names of constraints: `pk_`, `uq_`, `fk_` or `ix_`, then the table, then the columns.

use sea_orm_migration::prelude::*;

/// The primary key of `table`.
pub(crate) fn primary_key(table: &str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut key = Index::create();
    key.name(format!("pk_{table}")).primary();
    for column in columns {
        key.col(*column);
    }
    key
}

/// That no two rows of `table` have the same values in these columns.
pub(crate) fn unique(table: &str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut key = Index::create();
    key.name(format!("uq_{table}_{}", columns.join("_"))).unique();
    for column in columns {
        key.col(*column);
    }
    key
}

/// An index by which `table` is searched.
pub(crate) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// That `column` of `table` names a row of another table by its key.
pub(crate) fn references(
    table: &'static str,
    column: &'static str,
    (to, key): (&'static str, &'static str),
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{table}_{column}"))
        .from(table, column)
        .to(to, key)
        .take()
}
