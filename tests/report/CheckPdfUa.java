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
 * Checks files against veraPDF's PDF/UA-1 profile. Prints, parted by tabs, for each file
 * "checked", its name and the number of checks, and for each rule that failed
 * "failed", its name, how often, the rule and what it says.
 */
public class CheckPdfUa {
    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            check(file);
        }
    }

    private static void check(String file) throws Exception {
        PDFAFlavour profile = PDFAFlavour.PDFUA_1;
        try (InputStream content = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(content, profile)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
            report(file, validator.validate(parser));
        }
    }

    private static void report(String file, ValidationResult result) {
        Map<String, Integer> failed = new TreeMap<>();
        for (TestAssertion check : result.getTestAssertions()) {
            String rule = check.getRuleId().getClause() + "-" + check.getRuleId().getTestNumber();
            String message = String.valueOf(check.getMessage()).replaceAll("\\s+", " ");
            failed.merge(rule + "\t" + message, 1, Integer::sum);
        }
        if (!result.isCompliant() && failed.isEmpty()) {
            failed.put("?\tnot compliant, without saying why", 1);
        }
        System.out.println("checked\t" + file + "\t" + result.getTotalAssertions());
        failed.forEach((rule, times) ->
                System.out.println("failed\t" + file + "\t" + times + "\t" + rule));
    }
}
