package org.terrace.project;

/**
 * One line of a bill of quantities.
 *
 * @param unitCost name of the {@link UnitCost}
 * @param unit of the quantity
 * @param yuan whole yuan. @param upkeepYuanPerYear whole yuan
 */
public record CostLine(String unitCost, double quantity, String unit, CostRange yuan, CostRange upkeepYuanPerYear) {}
