package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.Feature;
import org.terrace.region.LayerKind;

/**
 * One state of one feature: valid from the revision that brought it until the one that replaced or removed it. The columns of an
 * entity are the attributes of its layer, by the same names; a test compares them.
 */
@MappedSuperclass
abstract class LayerRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(name = "county", nullable = false)
    String county = "";

    @Column(name = "code", nullable = false)
    String code = "";

    @Column(name = "from_revision", nullable = false)
    long fromRevision;

    /** The first revision that no longer has this row; null while it is current. */
    @Column(name = "to_revision")
    @Nullable Long toRevision;

    /** Hash of code, values and geometry: equal rows need no new revision. */
    @Column(name = "row_hash", nullable = false)
    UUID rowHash = new UUID(0, 0);

    abstract LayerKind kind();

    abstract @Nullable Geometry geometry();

    /** The row as a record of the region, longitude and latitude in degrees. */
    Feature feature() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : getClass().getDeclaredFields()) {
            Column column = field.getAnnotation(Column.class);
            if (column != null && !column.name().equals("geom")) {
                Object value = read(field);
                if (value != null) {
                    values.put(column.name(), value);
                }
            }
        }
        return new Feature(kind(), code, values, Optional.ofNullable(geometry()));
    }

    private @Nullable Object read(Field field) {
        try {
            return field.get(this);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
