# What a new Request Tracker needs before there are tickets, made by its own interface: queues, agents with rights on all of them.
# perl -I/usr/share/request-tracker5/lib settle.pl QUEUES AGENTS PASSWORD
use strict;
use warnings;
use utf8;
use RT;
RT::LoadConfig();
RT::Init();

my ( $queues, $agents, $password ) = @ARGV;
my $system = RT->SystemUser;

sub made {
    my ( $id, $said ) = @_;
    die "$said\n" unless $id;
    return $id;
}

for my $n ( 1 .. $queues ) {
    made( RT::Queue->new($system)->Create( Name => sprintf( 'unit-%02d', $n ), Description => "单位$n" ) );
}
my $group = RT::Group->new($system);
made( $group->CreateUserDefinedGroup( Name => 'agents' ) );
for my $n ( 1 .. $agents ) {
    my $user = RT::User->new($system);
    made( $user->Create( Name => "agent$n", Password => $password, Privileged => 1 ) );
    made( $group->AddMember( $user->PrincipalId ) );
}
# Requestors without an address: nobody is sent a letter.
made( RT::User->new($system)->Create( Name => 'asker', Privileged => 0 ) );
for my $right ( qw(SeeQueue ShowTicket CreateTicket ReplyToTicket CommentOnTicket ShowTicketComments ModifyTicket OwnTicket
    TakeTicket ShowOutgoingEmail Watch SeeCustomField ModifySelf LoadSavedSearch ShowSavedSearches SeeSavedSearch) ) {
    next unless RT::System->AvailableRights->{$right} || RT::Queue->AvailableRights->{$right};
    made( $group->PrincipalObj->GrantRight( Right => $right, Object => $RT::System ) );
}
