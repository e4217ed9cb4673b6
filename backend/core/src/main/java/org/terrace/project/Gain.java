package org.terrace.project;

/**
 * What one household has of a project.
 *
 * @param household code
 * @param people who live there
 * @param what code of what it gains: {@code piped_water}
 * @param amount of it after the project, in the unit that the code stands for; NaN where it is not counted
 */
public record Gain(String household, double people, String what, double amount) {}
