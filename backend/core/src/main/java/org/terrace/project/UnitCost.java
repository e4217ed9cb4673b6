package org.terrace.project;

/**
 * What one unit of some work costs.
 *
 * @param name dotted: {@code water.pe_32_mm_buried}
 * @param unit as in the file: {@code yuan/m}
 * @param upkeepPercentPerYear of the cost; 0 where the file names none
 * @param lifeYears NaN where the file names none
 * @param isDefaultToConfirm a default that the county must confirm
 */
public record UnitCost(
        String name,
        String unit,
        CostRange yuan,
        double upkeepPercentPerYear,
        double lifeYears,
        int priceYear,
        boolean isDefaultToConfirm) {

    /** What the unit counts: {@code m} of {@code yuan/m}. */
    public String per() {
        return unit.substring(unit.indexOf('/') + 1);
    }

    /** @param quantity in {@link #per} */
    public CostLine of(double quantity) {
        return new CostLine(
                name,
                quantity,
                per(),
                yuan.times(quantity).rounded(),
                yuan.times(quantity * upkeepPercentPerYear / 100).rounded());
    }
}
