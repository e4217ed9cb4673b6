package org.terrace.terrain;

import java.util.List;

/**
 * Land cover and the roads burnt into it, each kind with its own way of moving. A step takes the mean of the times that it would take
 * over each cell that it touches (two, or four of a knight's move): equal lengths lie in each.
 */
public final class LandCover implements Ground {
    /** Kind of a cell that nobody enters. */
    public static final short CLOSED = -1;

    private final short[] kinds;
    private final WalkingModel[] models;

    /**
     * @param kinds by cell: place in {@code models}, or {@link #CLOSED}
     * @throws IllegalArgumentException for a kind without a model
     */
    public LandCover(short[] kinds, List<? extends WalkingModel> models) {
        this.kinds = kinds.clone();
        this.models = models.toArray(WalkingModel[]::new);
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] < CLOSED || kinds[i] >= this.models.length) {
                throw new IllegalArgumentException(
                        "kind " + kinds[i] + " of cell " + i + ": there are " + this.models.length + " models");
            }
        }
    }

    @Override
    public double seconds(double runM, double riseM, int from, int to) {
        double first = over(from, runM, riseM);
        return kinds[from] == kinds[to] ? first : (first + over(to, runM, riseM)) / 2;
    }

    @Override
    public double seconds(double runM, double riseM, int from, int to, int straight, int diagonal) {
        return (over(from, runM, riseM)
                        + over(to, runM, riseM)
                        + over(straight, runM, riseM)
                        + over(diagonal, runM, riseM))
                / 4;
    }

    private double over(int cell, double runM, double riseM) {
        return kinds[cell] == CLOSED ? Double.NaN : models[kinds[cell]].seconds(runM, riseM);
    }

    @Override
    public double leastSecondsPerMetre() {
        double least = Double.POSITIVE_INFINITY;
        for (WalkingModel model : models) {
            least = Math.min(least, model.leastSecondsPerMetre());
        }
        return least;
    }
}
