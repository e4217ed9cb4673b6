package org.terrace.sample;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counties that several tests look at, made once. */
final class Counties {
    private Counties() {}

    private static final class Committed {
        static final SyntheticCounty COUNTY = SampleCounty.generate(SampleOptions.committed());
    }

    private static final class Small {
        static final SyntheticCounty COUNTY = SampleCounty.generate(small(7));
    }

    /** The county of data/sample, generated anew. */
    static SyntheticCounty committed() {
        return Committed.COUNTY;
    }

    /** 12 x 12 km, quick to make. */
    static SyntheticCounty small() {
        return Small.COUNTY;
    }

    static SampleOptions small(long seed) {
        return new SampleOptions(seed, 1_000, 12_000, 1, 1, 0, 0.8);
    }

    static Path write(SyntheticCounty county, Path folder) {
        try {
            SampleWriter.write(county, folder);
            return folder;
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The committed folder, found upwards from where the test runs. */
    static Path dataSample() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("data/sample/import.yaml"))) {
                return at.resolve("data/sample");
            }
        }
        throw new AssertionError("no data/sample above " + Path.of("").toAbsolutePath());
    }
}
