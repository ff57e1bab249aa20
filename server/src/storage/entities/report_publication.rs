//! A progress report that was published.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_publication")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub filing: Uuid,
    pub cycle: i32,
    pub state: String,
    pub published: i64,
    pub questionnaire: String,
    pub about: Option<String>,
    pub disclosure: Option<String>,
    pub disclosure_hash: Option<String>,
    pub withdrawn: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
