import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Checks files against veraPDF's profiles, whose ids come first, with commas between ("ua1,2a").
 * Prints, parted by tabs, for each profile and file "checked", the file's name, the profile and
 * the number of checks, and for each rule that failed "failed", the file's name, the profile, how
 * often, the rule and what it says.
 */
public class CheckPdf {
    public static void main(String[] call) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String profile : call[0].split(",")) {
            for (int i = 1; i < call.length; i++) {
                check(call[i], PDFAFlavour.byFlavourId(profile));
            }
        }
    }

    private static void check(String file, PDFAFlavour profile) throws Exception {
        try (InputStream content = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(content, profile)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
            report(file + "\t" + profile.getId(), validator.validate(parser));
        }
    }

    private static void report(String about, ValidationResult result) {
        Map<String, Integer> failed = new TreeMap<>();
        for (TestAssertion check : result.getTestAssertions()) {
            String rule = check.getRuleId().getClause() + "-" + check.getRuleId().getTestNumber();
            String message = String.valueOf(check.getMessage()).replaceAll("\\s+", " ");
            failed.merge(rule + "\t" + message, 1, Integer::sum);
        }
        if (!result.isCompliant() && failed.isEmpty()) {
            failed.put("?\tnot compliant, without saying why", 1);
        }
        System.out.println("checked\t" + about + "\t" + result.getTotalAssertions());
        failed.forEach((rule, times) ->
                System.out.println("failed\t" + about + "\t" + times + "\t" + rule));
    }
}
