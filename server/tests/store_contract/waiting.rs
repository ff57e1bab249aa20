//! Files that wait for their drafter to choose: one for each person, for half an hour.

use crate::support::{cast::Cast, databases::databases};
use app::portal::ports::{WAITS_FOR, WaitingFiles};
use domain::samples::{AMINA, BRUNO, TUESDAY};

#[tokio::test]
async fn a_file_waits_for_its_own_drafter_and_no_longer_than_half_an_hour() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (amina, bruno) = (cast.actor(AMINA).id, cast.actor(BRUNO).id);
        let waiting = async |person, now| cast.store.waiting_file(person, now).await.expect("read");
        cast.store.keep_file(amina, "first", TUESDAY).await.expect("kept");
        cast.store
            .keep_file(amina, "second, é 🛰", TUESDAY.plus_seconds(1))
            .await
            .expect("kept");
        let later = TUESDAY.plus_seconds(WAITS_FOR);
        assert_eq!(waiting(amina, later).await.as_deref(), Some("second, é 🛰"));
        assert_eq!(waiting(bruno, later).await, None);
        assert_eq!(waiting(amina, later.plus_seconds(1)).await, None);
        assert_eq!(database.rows("waiting_file").await, 1);
        // What has waited long enough goes when somebody else's begins to wait.
        cast.store
            .keep_file(bruno, "his", later.plus_seconds(1))
            .await
            .expect("kept");
        assert_eq!(database.rows("waiting_file").await, 1);
        cast.store.forget_file(bruno).await.expect("forgotten");
        cast.store.forget_file(bruno).await.expect("forgotten already");
        assert_eq!(database.rows("waiting_file").await, 0);
    }
}
