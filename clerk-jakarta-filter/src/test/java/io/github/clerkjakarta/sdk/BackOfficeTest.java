package io.github.clerkjakarta.sdk;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.components.Invitation;
import com.clerk.backend_api.models.components.InvitationStatus;
import com.clerk.backend_api.models.components.Organization;
import com.clerk.backend_api.models.components.OrganizationInvitation;
import com.clerk.backend_api.models.components.SignInToken;
import com.clerk.backend_api.models.components.User;
import com.clerk.backend_api.models.operations.CreateOrganizationInvitationRequestBody;
import com.clerk.backend_api.models.operations.CreateSessionRequestBody;
import com.clerk.backend_api.models.operations.CreateUserRequestBody;
import com.clerk.backend_api.models.operations.GetSessionListRequest;
import com.clerk.backend_api.models.operations.GetUserListRequest;
import com.clerk.backend_api.models.operations.GetUsersCountRequest;
import com.clerk.backend_api.models.operations.ListOrganizationInvitationsRequest;
import com.clerk.backend_api.models.operations.ListOrganizationMembershipsRequest;
import com.clerk.backend_api.models.operations.ListOrganizationsRequest;
import com.clerk.backend_api.models.operations.UpdateOrganizationMembershipRequestBody;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.example.BackOffice;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Session;
import io.github.clerkjakarta.testkit.SessionStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Clerk's own client against LocalClerk")
class BackOfficeTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  private ClerkSdk sdk;
  private Clerk clerk;
  private BackOffice office;

  @BeforeEach
  void open() {
    LocalClerk local = CLERK.clerk();
    sdk =
        ClerkSdk.create(
            ClerkOptions.builder().secretKey(local.secretKey()).apiUrl(local.apiUrl()).build());
    clerk = sdk.clerk();
    office = new BackOffice(clerk);
  }

  @AfterEach
  void close() {
    sdk.close();
  }

  @Test
  @DisplayName("finds a user by an e-mail address, and nobody by another")
  void find() {
    assertThat(office.findUser(ADA.emailAddress())).map(User::id).contains(ADA.id());
    assertThat(office.findUser("nobody@example.com")).isEmpty();
    assertThat(clerk.users().get(ADA.id()).user().orElseThrow().firstName()).contains("Ada");
  }

  @Test
  @DisplayName("pages through users, in the order in which they came")
  void page() {
    User cleo = clerk.users().create(user("cleo@example.com")).user().orElseThrow();

    assertThat(office.allUsers())
        .extracting(User::id)
        .containsExactly(ADA.id(), BEN.id(), cleo.id());
    GetUserListRequest second =
        GetUserListRequest.builder().orderBy("+created_at").offset(1).limit(1).build();
    assertThat(clerk.users().list(second).userList().orElseThrow())
        .extracting(User::id)
        .containsExactly(BEN.id());
    assertThat(clerk.users().count(GetUsersCountRequest.builder().build()).totalCount())
        .map(count -> count.totalCount())
        .contains(3L);
    clerk.users().delete(cleo.id());
    assertThat(office.allUsers()).hasSize(2);
  }

  @Test
  @DisplayName("invites to the application and takes the invitation back")
  void invite() {
    Invitation invitation = office.invite("dora@example.com");

    assertThat(invitation.emailAddress()).isEqualTo("dora@example.com");
    assertThat(invitation.status()).isEqualTo(InvitationStatus.PENDING);
    clerk.invitations().revoke(invitation.id());
    assertThat(clerk.invitations().list().call().invitationList().orElseThrow())
        .extracting(Invitation::status)
        .containsExactly(InvitationStatus.REVOKED);
  }

  @Test
  @DisplayName("makes an organization with an admin, a member and an invitation")
  void organization() {
    Organization hooli = office.createOrganization("Hooli", ADA.id());
    office.addMember(hooli.id(), BEN.id());

    assertThat(hooli.slug()).isEqualTo("hooli");
    assertThat(roles(hooli.id())).containsExactly("org:admin", "org:member");
    clerk
        .organizationMemberships()
        .update(
            hooli.id(),
            BEN.id(),
            UpdateOrganizationMembershipRequestBody.builder().role("org:admin").build());
    assertThat(roles(hooli.id())).containsExactly("org:admin", "org:admin");
    clerk.organizationMemberships().delete(hooli.id(), BEN.id());
    assertThat(roles(hooli.id())).hasSize(1);
    clerk
        .organizationInvitations()
        .create()
        .organizationId(hooli.id())
        .requestBody(
            CreateOrganizationInvitationRequestBody.builder()
                .emailAddress("dora@example.com")
                .role("org:member")
                .build())
        .call();
    assertThat(
            clerk
                .organizationInvitations()
                .list(
                    ListOrganizationInvitationsRequest.builder().organizationId(hooli.id()).build())
                .organizationInvitations()
                .orElseThrow()
                .data())
        .extracting(OrganizationInvitation::emailAddress)
        .containsExactly("dora@example.com");
    assertThat(
            clerk
                .organizations()
                .list(ListOrganizationsRequest.builder().build())
                .organizations()
                .orElseThrow()
                .data())
        .extracting(Organization::id)
        .contains(ACME.id(), hooli.id());
  }

  @Test
  @DisplayName("sets metadata without touching what else is there")
  void metadata() {
    office.setPlan(ADA.id(), "pro");
    User ada = office.setPlan(ADA.id(), "team");

    assertThat(ada.publicMetadata()).containsEntry("plan", "team").hasSize(1);
  }

  @Test
  @DisplayName("bans a user, whose sessions end, and lets them in again")
  void ban() {
    Session session = CLERK.clerk().session(BEN);

    office.ban(BEN.id());

    assertThat(session.status()).isEqualTo(SessionStatus.REVOKED);
    assertThat(office.findUser(BEN.emailAddress())).map(User::banned).contains(true);
    office.unban(BEN.id());
    assertThat(office.findUser(BEN.emailAddress())).map(User::banned).contains(false);
  }

  @Test
  @DisplayName("makes a sign-in token, and takes it back")
  void signInToken() {
    SignInToken token = office.signInToken(ADA.id());

    assertThat(token.userId()).isEqualTo(ADA.id());
    assertThat(token.token()).isPresent();
    assertThat(clerk.signInTokens().revoke(token.id()).signInToken().orElseThrow().status())
        .hasToString("REVOKED");
  }

  @Test
  @DisplayName("begins, lists and ends sessions, and gets testing tokens")
  void sessions() {
    String id =
        clerk
            .sessions()
            .create()
            .request(CreateSessionRequestBody.builder().userId(ADA.id()).build())
            .call()
            .session()
            .orElseThrow()
            .id();

    assertThat(
            clerk
                .sessions()
                .list(GetSessionListRequest.builder().userId(ADA.id()).build())
                .sessionList()
                .orElseThrow())
        .extracting(com.clerk.backend_api.models.components.Session::id)
        .contains(id);
    assertThat(clerk.sessions().createToken(id).object()).isPresent();
    clerk.sessions().revoke(id);
    assertThat(clerk.sessions().get(id).session().orElseThrow().status()).hasToString("REVOKED");
    assertThat(clerk.testingTokens().createDirect().testingToken()).isPresent();
  }

  private List<String> roles(String organizationId) {
    return clerk
        .organizationMemberships()
        .list(ListOrganizationMembershipsRequest.builder().organizationId(organizationId).build())
        .organizationMemberships()
        .orElseThrow()
        .data()
        .stream()
        .map(member -> member.role())
        .toList();
  }

  private static CreateUserRequestBody user(String emailAddress) {
    return CreateUserRequestBody.builder()
        .emailAddress(List.of(emailAddress))
        .firstName("Cleo")
        .build();
  }
}
