package org.terrace.optimise;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/** The same problem for the general solver ojAlgo. */
final class OtherSolver {
    private OtherSolver() {}

    static ExpressionsBasedModel people(AssignmentProblem problem, boolean whole) {
        return model(problem, whole, Double.NaN);
    }

    static ExpressionsBasedModel cost(AssignmentProblem problem, double atLeastPeople, boolean whole) {
        return model(problem, whole, atLeastPeople);
    }

    private static ExpressionsBasedModel model(AssignmentProblem problem, boolean whole, double atLeastPeople) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression[] within = new Expression[problem.sources()];
        for (int s = 0; s < within.length; s++) {
            within[s] = model.newExpression("source " + s).upper(problem.capacityLitresPerDay(s));
        }
        Expression served = Double.isNaN(atLeastPeople)
                ? model.newExpression("people")
                : model.newExpression("people").lower(atLeastPeople);
        for (int i = 0; i < problem.households(); i++) {
            Expression once = model.newExpression("household " + i).upper(1);
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                Variable share =
                        model.newVariable("pair " + k).lower(0).upper(1).integer(whole);
                share.weight(Double.isNaN(atLeastPeople) ? problem.people[i] : problem.cost[k]);
                once.set(share, 1);
                within[problem.source[k]].set(share, problem.litres[i]);
                served.set(share, problem.people[i]);
            }
        }
        return model;
    }
}
