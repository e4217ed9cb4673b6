package org.terrace.server.runs;

import java.util.List;
import org.springframework.stereotype.Component;
import org.terrace.analysis.Analysis;
import org.terrace.catalogue.Catalogue;

/** Which analyses this server runs: the catalogue's; a test may give others. */
@Component
public class CatalogueOfAnalyses {

    /** Each after those that it needs. */
    public List<Analysis> analyses() {
        return Catalogue.analyses();
    }
}
