package dev.svgym.networklogs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ListExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A multinomial logistic classifier of the best act, trained by Tribuo. Deterministic. */
final class LearnedActs {

    private static final LabelFactory FACTORY = new LabelFactory();
    private static final int EPOCHS = 5;
    private static final int MINIBATCH = 8;
    private static final long SEED = 1;

    private final LinearSGDModel model;

    private LearnedActs(LinearSGDModel model) {
        this.model = model;
    }

    /**
     * @param features of each case, by name
     * @param acts the best act of each
     */
    static LearnedActs train(List<Map<String, Double>> features, List<Act> acts) {
        var provenance =
                new SimpleDataSourceProvenance(
                        "generated cases", Instant.EPOCH.atOffset(ZoneOffset.UTC), FACTORY);
        var data = new MutableDataset<>(provenance, FACTORY);
        for (int i = 0; i < features.size(); i++) {
            data.add(example(features.get(i), new Label(acts.get(i).name())));
        }
        var trainer =
                new LinearSGDTrainer(
                        new LogMulticlass(),
                        new AdaGrad(0.1),
                        EPOCHS,
                        data.size(),
                        MINIBATCH,
                        SEED);
        return new LearnedActs(trainer.train(data));
    }

    Act act(Map<String, Double> features) {
        return Act.valueOf(
                model.predict(example(features, FACTORY.getUnknownOutput()))
                        .getOutput()
                        .getLabel());
    }

    private static Example<Label> example(Map<String, Double> features, Label label) {
        var example = new ListExample<>(label);
        features.forEach((name, value) -> example.add(new org.tribuo.Feature(name, value)));
        return example;
    }
}
