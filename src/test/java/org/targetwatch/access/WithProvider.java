package org.targetwatch.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A server beside an identity provider, which tests let people log in at. */
public final class WithProvider implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Stub.class));
    }

    /** Starts the provider before the server. */
    public static final class Stub implements QuarkusTestResourceLifecycleManager {
        private final IdentityProviderStub provider = new IdentityProviderStub();

        @Override
        public Map<String, String> start() {
            return provider.settings();
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(provider, field -> field.getType() == IdentityProviderStub.class);
        }

        @Override
        public void stop() {
            provider.close();
        }
    }
}
