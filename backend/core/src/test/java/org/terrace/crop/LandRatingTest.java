package org.terrace.crop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.terrace.DataFolder;

class LandRatingTest {
    private static final CropCatalogue CROPS = CropCatalogue.of(DataFolder.reference("cn-sichuan"));
    private static final LandRating RATING = new LandRating(LandLaw.of(DataFolder.standard("cn-sichuan")));
    private static final double UNKNOWN = Double.NaN;

    /** Loquat: altitude 1,000 m S1, mean 16.15 S1, slope 20 S2 (S1 to 15), nothing known of the soil. */
    @Test
    void theWorstFactorIsTheLimitingOne() {
        LandRating.Rating rating =
                RATING.rate(crop("loquat"), new LandUnit(1000, 16.15, 20, UNKNOWN, UNKNOWN, "orchard", ""));
        assertThat(rating.result()).isEqualTo(Suitability.S2);
        assertThat(rating.limiting()).isEqualTo(Factor.SLOPE);
    }

    @Test
    void aFactorThatIsNotKnownDoesNotEraseTheClassButMakesItSoFar() {
        LandUnit unchecked = new LandUnit(1000, 16.15, 10, UNKNOWN, UNKNOWN, "orchard", "");
        LandRating.Rating soFar = RATING.rate(crop("loquat"), unchecked);
        assertThat(soFar.result()).isEqualTo(Suitability.S1);
        assertThat(soFar.complete()).isFalse();
        LandUnit checked = new LandUnit(1000, 16.15, 10, 6.0, 80, "orchard", "");
        assertThat(RATING.rate(crop("loquat"), checked).complete()).isTrue();
    }

    @Test
    void withoutAnAltitudeNothingIsSaid() {
        LandRating.Rating rating = RATING.rate(crop("loquat"), LandUnit.at(UNKNOWN, UNKNOWN, 10));
        assertThat(rating.result()).isEqualTo(Suitability.UNKNOWN);
        assertThat(rating.limiting()).isEqualTo(Factor.UNKNOWN);
    }

    @Test
    void theLawForbidsWhatTheLandAllows() {
        LandUnit basic = new LandUnit(1000, 16.15, 10, 6.0, 80, "basic_farmland", "");
        LandRating.Rating rating = RATING.rate(crop("loquat"), basic);
        assertThat(rating.natural()).isEqualTo(Suitability.S1);
        assertThat(rating.result()).isEqualTo(Suitability.N);
        assertThat(rating.limiting()).isEqualTo(Factor.LAW_BASIC_FARMLAND);
    }

    /** Land that cannot bear the crop stays N; the law's 'conditional' does not lift it. */
    @Test
    void conditionalNeverLiftsLandThatIsUnsuited() {
        LandUnit high = new LandUnit(2500, 7.15, 10, 6.0, 80, "arable", "");
        LandRating.Rating rating = RATING.rate(crop("loquat"), high);
        assertThat(rating.result()).isEqualTo(Suitability.N);
        assertThat(rating.limiting()).isEqualTo(Factor.ALTITUDE);
    }

    @Test
    void theLimitItselfIsStillInside() {
        assertThat(RATING.rate(crop("loquat"), LandUnit.at(1600, 12.55, 25)).result())
                .isEqualTo(Suitability.S3);
        assertThat(RATING.rate(crop("loquat"), LandUnit.at(1600.1, 12.55, 25)).result())
                .isEqualTo(Suitability.N);
    }

    /** Making one quality known can only keep or lower the class. */
    @RepeatedTest(20)
    void knowingMoreNeverRaisesAClass(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        for (Crop crop : CROPS.crops()) {
            double altitude = random.nextInt(4000);
            LandUnit little = LandUnit.at(altitude, UNKNOWN, UNKNOWN);
            LandUnit more = new LandUnit(
                    altitude,
                    random.nextInt(20),
                    random.nextInt(40),
                    3 + random.nextInt(6),
                    random.nextInt(100),
                    LandUnit.LAND_CLASSES.get(random.nextInt(LandUnit.LAND_CLASSES.size())),
                    random.nextBoolean() ? "yes" : "no");
            assertThat(RATING.rate(crop, more).result())
                    .as("%s, seed %d", crop.id(), run.getCurrentRepetition())
                    .isGreaterThanOrEqualTo(
                            crop.contract().isEmpty()
                                    ? RATING.rate(crop, little).result()
                                    : RATING.rate(crop, little).natural());
        }
    }

    private static Crop crop(String id) {
        return CROPS.crop(id);
    }
}
