package org.terrace.server.store;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** What is asked of the small tables; the layers themselves are read and written in bulk. */
interface Repositories {

    interface CountyRepository extends JpaRepository<CountyEntity, String> {
        /** The county, its row held until the transaction ends: who changes a county comes one after the other. */
        @Lock(LockModeType.PESSIMISTIC_WRITE)
        @Query("select c from CountyEntity c where c.code = :code")
        Optional<CountyEntity> findHeld(@Param("code") String code);
    }

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
