package org.terrace.optimise;

/**
 * Litres a day that flow from a source to a household in the relaxation.
 *
 * @param household number of the household
 * @param source number of the source, or -1 for the litres it goes without
 * @param litresPerDay above 0
 */
public record Portion(int household, int source, long litresPerDay) {}
