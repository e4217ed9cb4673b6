package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.raster.GeoTiffGridWriter;
import org.terrace.region.GridFrame;
import org.terrace.terrain.Slope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Steepness of an elevation model, as a grid. */
@Command(name = "slope")
public final class SlopeCommand implements Callable<Integer> {
    @Option(names = "--elevation", required = true, paramLabel = "DEM", descriptionKey = "solve.help.option.elevation")
    private Path elevation = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "TIF", descriptionKey = "solve.help.option.out_degrees")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Elevation ground = Elevation.read(elevation);
        Crs crs = ground.requiredCrs();
        GridFrame frame = ground.grid().frame();
        double[] degrees = new double[frame.cells()];
        for (int row = 0; row < frame.rows(); row++) {
            for (int column = 0; column < frame.columns(); column++) {
                degrees[row * frame.columns() + column] = Slope.degrees(ground.grid(), column, row);
            }
        }
        GeoTiffGridWriter.write(frame, degrees, crs, out);
        return 0;
    }
}
