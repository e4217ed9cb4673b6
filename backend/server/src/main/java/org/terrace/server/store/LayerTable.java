package org.terrace.server.store;

import java.util.List;
import java.util.stream.Collectors;
import org.terrace.region.Attribute;
import org.terrace.region.LayerKind;

/** The statements for one layer, made from its attributes: bulk work goes past the entities. */
record LayerTable(LayerKind kind, List<Attribute> attributes, Dialect dialect) {

    /** Parameters: county, code, revision, hash, the attributes in order, the geometry as EWKB. */
    String insert() {
        return "insert into " + kind.id() + " (county, code, from_revision, row_hash, " + columns() + ", geom) values ("
                + "?, ".repeat(4 + attributes.size()) + dialect.geometryParameter() + ")";
    }

    /** Parameters: ending revision, county, code. */
    String close() {
        return "update " + kind.id() + " set to_revision = ? where county = ? and code = ? and to_revision is null";
    }

    /** Columns: code, hash. Parameters: county. */
    String currentHashes() {
        return "select code, row_hash from " + kind.id() + " where county = ? and to_revision is null";
    }

    /** Columns: code, attributes in order, geometry. Parameters: county, code. */
    String currentRow() {
        return select() + " where county = ? and code = ? and to_revision is null";
    }

    /** Columns as {@link #currentRow}. Parameters: county, revision, revision. */
    String rowsAt() {
        return select() + " where county = ? and from_revision <= ? and (to_revision is null or to_revision > ?)";
    }

    /** Deletes rows that ended at or before a revision. Parameters: county, revision. */
    String prune() {
        return "delete from " + kind.id() + " where county = ? and to_revision <= ?";
    }

    /** Ends the rows that a revision did not have. Parameters: ending revision, county, the revision. */
    String endAfter() {
        return "update " + kind.id()
                + " set to_revision = ? where county = ? and to_revision is null and from_revision > ?";
    }

    /** Brings back the rows that a revision had and that have ended since. Parameters: new revision, county, the revision twice, new revision. */
    String bringBack() {
        return "insert into " + kind.id() + " (county, code, from_revision, row_hash, " + columns() + ", geom) "
                + "select county, code, ?, row_hash, " + columns() + ", geom from " + kind.id()
                + " where county = ? and from_revision <= ? and to_revision > ? and to_revision < ?";
    }

    /** How many rows a revision ended and began at once. Parameters: county, revision, revision. */
    String exchanged() {
        return "select count(*) from " + kind.id()
                + " b where b.county = ? and b.from_revision = ? and exists (select 1 from " + kind.id()
                + " e where e.county = b.county and e.code = b.code and e.to_revision = ?)";
    }

    private String select() {
        return "select code, " + columns() + ", " + dialect.geometryColumn() + " from " + kind.id();
    }

    private String columns() {
        return attributes.stream().map(Attribute::name).collect(Collectors.joining(", "));
    }
}
