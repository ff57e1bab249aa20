//! A filing: what changes, and what lists need.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "filing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub state: String,
    pub year: i32,
    pub number: i32,
    pub kind: String,
    pub terms: String,
    pub revision: i32,
    pub version: i64,
    pub stage: String,
    pub stage_facts: String,
    pub since: i64,
    pub known_stage: String,
    pub known_since: i64,
    pub opened: i64,
    pub changed: i64,
    pub first_approved: Option<i64>,
    pub drafters: String,
    pub title: String,
    pub language: String,
    pub submission: Option<i32>,
    pub submitted_title: Option<String>,
    pub submitted_language: Option<String>,
    pub audience: Option<String>,
    pub reviewer: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
