package org.terrace.server.store;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** What is asked of the small tables; the layers themselves are read and written in bulk. */
interface Repositories {

    interface CountyRepository extends JpaRepository<CountyEntity, String> {}

    interface RevisionRepository extends JpaRepository<LayerRevisionEntity, Long> {
        List<LayerRevisionEntity> findByCounty(String county);
    }

    interface VersionRepository extends JpaRepository<DataVersionEntity, Long> {
        Optional<DataVersionEntity> findFirstByCountyOrderByIdDesc(String county);

        List<DataVersionEntity> findByCountyOrderByIdDesc(String county);
    }

    interface ImportRepository extends JpaRepository<ImportEntity, Long> {
        List<ImportEntity> findByCountyOrderByIdDesc(String county);
    }

    interface ResultFileRepository extends JpaRepository<ResultFileEntity, String> {
        List<ResultFileEntity> findByCounty(String county);
    }
}
