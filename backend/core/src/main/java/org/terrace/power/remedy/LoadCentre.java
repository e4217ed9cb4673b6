package org.terrace.power.remedy;

import org.terrace.power.grid.Customer;
import org.terrace.power.grid.GridArea;

/**
 * Where a transformer stands best for what hangs below a section: the node from which the way along the wires to all customers together is
 * shortest (the median of a tree). It lies where neither side has more than half of them.
 *
 * @see "Goldman (1971), Optimal center location in simple networks"
 */
final class LoadCentre {
    private LoadCentre() {}

    /** @param top node; its own customers count. Of two as good the upper one */
    static int below(GridArea area, int top) {
        int[] beyond = new int[area.nodes()];
        for (Customer customer : area.customers()) {
            beyond[customer.node()]++;
        }
        for (int n = area.nodes() - 1; n > 0; n--) {
            beyond[area.parent(n)] += beyond[n];
        }
        int centre = top;
        int all = beyond[top];
        for (int n = top + 1; n < area.nodes(); n++) {
            if (area.parent(n) == centre && 2 * beyond[n] > all) {
                centre = n;
            }
        }
        return centre;
    }
}
