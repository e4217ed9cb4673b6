package org.terrace.engine.bench;

import java.util.List;

/** One subject of the benchmark table. */
interface Bench {
    String name();

    List<Row> run() throws Exception;
}
