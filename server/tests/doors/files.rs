//! Files that are not for everyone: who gets them, and that for others there are none.

use crate::{
    matrix::is_for,
    support::{databases::databases, house::House},
};
use axum::http::{Method, header};
use server::web::doors::FILES;

#[tokio::test]
async fn files_are_for_those_whose_they_are() {
    for database in databases().await {
        let house = House::on(&database).await;
        house.cast.version("2026.1".parse().expect("a version")).await;
        for visitor in house.everyone().await {
            for (file, ending) in FILES.iter().flat_map(|file| [(file, "json"), (file, "csv")]) {
                let path = file.path.replace("{version}", "2026.1").replace("{ending}", ending);
                let answer = visitor.asks_plainly(Method::GET, &path, "").await;
                let status = answer.status.as_u16();
                match &visitor.side {
                    None => assert_eq!(status, 401, "{path}"),
                    Some(_) if is_for(file.who, &visitor) => {
                        assert_eq!(status, 200, "{} asks for {path}", visitor.name);
                        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{path}");
                        assert!(!answer.body.is_empty(), "{path}");
                    }
                    Some(_) => {
                        let nothing = path.replace("2026.1", "2999.9");
                        let nothing = visitor.asks_plainly(Method::GET, &nothing, "").await;
                        assert_eq!(answer.telling(), nothing.telling(), "{} asks for {path}", visitor.name);
                        assert_eq!(status, 404, "{} asks for {path}", visitor.name);
                    }
                }
            }
        }
    }
}
