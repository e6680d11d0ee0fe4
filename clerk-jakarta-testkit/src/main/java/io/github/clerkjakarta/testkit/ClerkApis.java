package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.Keys;

/**
 * Both of Clerk's APIs and the sign-in pages, put together.
 *
 * @param serverRoutes the paths that mean something else when a server asks than when a browser
 *     does
 */
record ClerkApis(
    FrontendApi frontend,
    BackendApi backend,
    WebhookEvents events,
    Routes routes,
    Routes serverRoutes) {

  static ClerkApis of(
      Instance instance,
      State state,
      Keys keys,
      SessionTokens tokens,
      Webhooks webhooks,
      String address) {
    Directory directory = state.directory();
    Images images = new Images(address, directory);
    UserJson users = new UserJson(images);
    OrganizationJson organizations = new OrganizationJson(directory, images, users);
    ClientJson clients = new ClientJson(directory, tokens, users, organizations);
    Browsers browsers = new Browsers(instance, state, clients);
    OrganizationsApi organizationsApi = new OrganizationsApi(browsers, directory, organizations);
    FrontendApi frontend = new FrontendApi(instance, state, browsers, keys, tokens);
    BackendApi backend = new BackendApi(instance, state, keys, tokens);
    Routes routes = new Routes();
    frontend.addTo(routes);
    backend.addTo(routes);
    images.addTo(routes);
    organizationsApi.addTo(routes);
    new EnvironmentApi(instance, browsers, state, address).addTo(routes);
    new ClientApi(browsers, state, tokens).addTo(routes);
    new VerificationApi(browsers, directory, tokens).addTo(routes);
    new SignInApi(browsers, state, tokens, clients).addTo(routes);
    new SignUpApi(browsers, state, tokens).addTo(routes);
    new ProfileApi(browsers, state, clients, tokens).addTo(routes);
    new MembershipsApi(browsers, directory, organizations).addTo(routes);
    new InvitationsApi(browsers, directory, organizations, organizationsApi, tokens).addTo(routes);
    new ApiKeysApi(keys, state, tokens).addTo(routes);
    new WaitlistApi(tokens).addTo(routes);
    new BillingApi(browsers, state).addTo(routes);
    new TotpApi(browsers).addTo(routes);
    new Pages(instance, state, tokens).addTo(routes);
    Routes serverRoutes = new Routes();
    new BackendUsersApi(state, users, organizations, tokens).addTo(serverRoutes, backend.guard());
    new BackendOrganizationsApi(directory, organizations, tokens)
        .addTo(serverRoutes, backend.guard());
    new BackendInvitationsApi(directory, organizations, tokens)
        .addTo(serverRoutes, backend.guard());
    new BackendSessionsApi(state, tokens, address + "/sign-in")
        .addTo(serverRoutes, backend.guard());
    WebhookEvents events = new WebhookEvents(webhooks, users, organizations);
    directory.tell(events);
    return new ClerkApis(frontend, backend, events, routes, serverRoutes);
  }
}
