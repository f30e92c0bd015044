using NanoFirmware.Network;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Network;

[TestClass]
public class DhcpServerTests
{
    private const int Server = 1;

    [TestMethod]
    public void Eight_clients_get_eight_addresses()
    {
        var party = new Party();
        for (int client = 1; client <= 8; client++)
        {
            int host = party.Join(client);
            Assert.IsTrue(
                host >= LeaseTable.FirstHost && host < LeaseTable.FirstHost + LeaseTable.Hosts,
                "the client got " + host + ", which is no address for guests");
            for (int other = 1; other < client; other++)
            {
                Assert.IsTrue(party.Host[other] != host, "two clients got the same address");
            }
        }

        Assert.AreEqual(8, party.Dhcp.Leases.Count(party.NowS));
    }

    [TestMethod]
    public void Clients_whose_first_choice_is_the_same_get_different_addresses()
    {
        // Their hashes differ by the size of the pool.
        var party = new Party();
        Assert.IsTrue(party.Join(1) != party.Join(201), "both clients got the same address");
    }

    [TestMethod]
    public void An_offer_says_everything_a_phone_needs()
    {
        var party = new Party();
        int host = party.Ask(DhcpPacket.Discover, 7, 0, 0, 0);

        Assert.AreEqual(2, (int)party.Reply[0]);
        Assert.AreEqual(0x3D, (int)party.Reply[4]);
        Assert.AreEqual(7, (int)party.Reply[7]);
        Assert.AreEqual(0xDA, (int)party.Reply[28]);
        Assert.AreEqual(7, (int)party.Reply[33]);
        Assert.AreEqual("192.168.4." + host.ToString(), party.AddressAt(16));
        Assert.AreEqual(DhcpPacket.Offer, (int)party.Reply[party.OptionAt(53)]);
        Assert.AreEqual("192.168.4.1", party.AddressAt(party.OptionAt(54)));
        Assert.AreEqual("255.255.255.0", party.AddressAt(party.OptionAt(1)));
        Assert.AreEqual("192.168.4.1", party.AddressAt(party.OptionAt(3)));
        Assert.AreEqual("192.168.4.1", party.AddressAt(party.OptionAt(6)));
        Assert.AreEqual("0.0.3.132", party.AddressAt(party.OptionAt(51)));
        Assert.AreEqual("0.0.1.194", party.AddressAt(party.OptionAt(58)));
        Assert.AreEqual("0.0.3.16", party.AddressAt(party.OptionAt(59)));
        Assert.AreEqual(0, party.Dhcp.AnswerTo);
    }

    [TestMethod]
    public void A_renewal_is_granted_and_answered_to_the_address_itself()
    {
        var party = new Party();
        int host = party.Join(3);
        party.NowS = LeaseTable.LeaseSeconds / 2;

        Assert.AreEqual(host, party.Ask(DhcpPacket.Request, 3, 0, 0, host));
        Assert.AreEqual(DhcpPacket.Ack, party.Type);
        Assert.AreEqual(host, party.Dhcp.AnswerTo);

        // Half a lease after the first one would have ended, the renewed one still holds.
        party.NowS = LeaseTable.LeaseSeconds + 1;
        Assert.AreEqual(1, party.Dhcp.Leases.Count(party.NowS));
    }

    [TestMethod]
    public void After_a_restart_every_client_renews_what_it_had()
    {
        var before = new Party();
        var after = new Party();
        for (int client = 1; client <= 8; client++)
        {
            before.Join(client);
        }

        for (int client = 8; client >= 1; client--)
        {
            Assert.AreEqual(before.Host[client], after.Ask(DhcpPacket.Request, client, 0, 0, before.Host[client]));
            Assert.AreEqual(DhcpPacket.Ack, after.Type);
        }
    }

    [TestMethod]
    public void After_a_restart_a_client_that_starts_anew_gets_the_same_address()
    {
        Assert.AreEqual(new Party().Join(5), new Party().Join(5));
    }

    [TestMethod]
    public void An_address_of_somebody_else_is_refused()
    {
        var party = new Party();
        int host = party.Join(1);

        party.Ask(DhcpPacket.Request, 2, host, 0, 0);

        Assert.AreEqual(DhcpPacket.Nak, party.Type);
        Assert.AreEqual("0.0.0.0", party.AddressAt(16));
    }

    [TestMethod]
    public void An_address_of_another_network_is_refused_at_once()
    {
        var party = new Party();
        byte[] packet = ClientMessage.Make(DhcpPacket.Request, 2, 50, 0, 0);
        packet[240 + 3 + 4] = 99;

        Assert.AreEqual(DhcpPacket.ReplyBytes, party.Send(packet));
        Assert.AreEqual(DhcpPacket.Nak, party.Type);
    }

    [TestMethod]
    public void A_client_that_chose_another_server_is_left_alone()
    {
        var party = new Party();
        int host = party.Ask(DhcpPacket.Discover, 4, 0, 0, 0);

        Assert.AreEqual(0, party.Send(ClientMessage.Make(DhcpPacket.Request, 4, host, 9, 0)));
        Assert.AreEqual(0, party.Dhcp.Leases.Count(party.NowS));
    }

    [TestMethod]
    public void A_released_address_is_free_again()
    {
        var party = new Party();
        int host = party.Join(1);
        party.Send(ClientMessage.Make(DhcpPacket.Release, 1, 0, Server, host));

        Assert.AreEqual(0, party.Dhcp.Leases.Count(party.NowS));
        Assert.AreEqual(host, party.Ask(DhcpPacket.Discover, 2, host, 0, 0));
    }

    [TestMethod]
    public void A_declined_address_is_not_offered_again()
    {
        var party = new Party();
        int host = party.Join(1);
        party.Send(ClientMessage.Make(DhcpPacket.Decline, 1, host, Server, 0));

        Assert.IsTrue(party.Ask(DhcpPacket.Discover, 1, 0, 0, 0) != host, "the address that was declined is offered again");
    }

    [TestMethod]
    public void Forty_phones_that_only_ask_take_nobodys_address_away()
    {
        var party = new Party();
        int kept = party.Join(100);
        for (int phone = 1; phone <= 40; phone++)
        {
            Assert.AreEqual(DhcpPacket.ReplyBytes, party.Send(ClientMessage.Make(DhcpPacket.Discover, phone, 0, 0, 0)));
        }

        Assert.AreEqual(1, party.Dhcp.Leases.Count(party.NowS));
        Assert.AreEqual(kept, party.Ask(DhcpPacket.Request, 100, 0, 0, kept));
        Assert.AreEqual(DhcpPacket.Ack, party.Type);
    }

    [TestMethod]
    public void An_offer_that_nobody_took_ends_after_a_minute()
    {
        var party = new Party();
        int host = party.Ask(DhcpPacket.Discover, 1, 0, 0, 0);
        party.NowS = LeaseTable.OfferSeconds - 1;
        Assert.IsTrue(
            party.Ask(DhcpPacket.Discover, 2, host, 0, 0) != host,
            "the address is offered to another one before its minute is over");
        party.NowS = LeaseTable.OfferSeconds;
        Assert.AreEqual(host, party.Ask(DhcpPacket.Discover, 3, host, 0, 0));
    }

    [TestMethod]
    public void A_guest_a_minute_who_leaves_without_a_word_keeps_nobody_out()
    {
        var party = new Party();
        for (int guest = 1; guest <= 60; guest++)
        {
            party.Join(guest);
            party.NowS += 60;
        }
    }

    [TestMethod]
    public void Sixteen_declines_of_one_client_do_not_empty_the_pool()
    {
        var party = new Party();
        for (int i = 0; i < LeaseTable.Capacity; i++)
        {
            int host = party.Join(1);
            party.Send(ClientMessage.Make(DhcpPacket.Decline, 1, host, Server, 0));
        }

        party.Join(2);
        party.Join(1);
    }

    [TestMethod]
    public void When_full_what_was_only_offered_goes_first_then_what_was_declined_then_the_oldest_lease()
    {
        var party = new Party();
        for (int client = 1; client < LeaseTable.Capacity - 1; client++)
        {
            party.Join(client);
            party.NowS++;
        }

        int declined = party.Join(200);
        party.Send(ClientMessage.Make(DhcpPacket.Decline, 200, declined, Server, 0));
        int offered = party.Ask(DhcpPacket.Discover, 201, 0, 0, 0);

        Assert.AreEqual(offered, party.Ask(DhcpPacket.Discover, 202, offered, 0, 0));
        party.Ask(DhcpPacket.Request, 202, offered, Server, 0);
        int third = party.Ask(DhcpPacket.Discover, 203, declined, 0, 0);
        Assert.IsTrue(third != declined, "what was declined is offered while something that was only offered is there");
        party.Ask(DhcpPacket.Request, 203, third, Server, 0);
        Assert.AreEqual(LeaseTable.Capacity, party.Dhcp.Leases.Count(party.NowS));

        Assert.IsTrue(
            party.Ask(DhcpPacket.Discover, 204, party.Host[1], 0, 0) != party.Host[1], "the first client's lease was given away");
        Assert.AreEqual(LeaseTable.Capacity - 1, party.Dhcp.Leases.Count(party.NowS));
        for (int client = 2; client < LeaseTable.Capacity - 1; client++)
        {
            Assert.AreEqual(party.Host[client], party.Ask(DhcpPacket.Discover, client, 0, 0, 0));
        }

        Assert.AreEqual(LeaseTable.Capacity - 1, party.Dhcp.Leases.Count(party.NowS));
    }

    [TestMethod]
    public void A_lease_that_ended_and_was_given_away_is_not_offered_to_both()
    {
        var party = new Party();
        int host = party.Join(1);
        party.NowS = LeaseTable.LeaseSeconds;
        Assert.AreEqual(host, party.Ask(DhcpPacket.Discover, 2, host, 0, 0));

        Assert.IsTrue(party.Ask(DhcpPacket.Discover, 1, host, 0, 0) != host, "both clients are offered the same address");
    }

    [TestMethod]
    public void Whatever_is_cut_short_or_no_request_is_not_answered()
    {
        var party = new Party();
        byte[] packet = ClientMessage.Make(DhcpPacket.Discover, 1, 0, 0, 0);
        for (int length = 0; length < 243; length++)
        {
            Assert.AreEqual(0, party.Dhcp.Answer(packet, length, party.Reply, 0));
        }

        packet[0] = 2;
        Assert.AreEqual(0, party.Send(packet));
        packet[0] = 1;
        packet[241] = 200;
        Assert.AreEqual(0, party.Send(packet));
    }

    private sealed class Party
    {
        public readonly DhcpServer Dhcp = new DhcpServer(new byte[] { 192, 168, 4, 1 });
        public readonly byte[] Reply = new byte[DhcpPacket.ReplyBytes];
        public readonly int[] Host = new int[256];
        public int NowS;

        public int Type => Reply[OptionAt(53)];

        public int Send(byte[] packet) => Dhcp.Answer(packet, packet.Length, Reply, NowS);

        public int Ask(int type, int client, int requestedHost, int serverHost, int clientHost)
        {
            Assert.AreEqual(DhcpPacket.ReplyBytes, Send(ClientMessage.Make(type, client, requestedHost, serverHost, clientHost)));
            return Reply[19];
        }

        /// <summary>Discover, offer, request, acknowledge; the last octet.</summary>
        public int Join(int client)
        {
            int host = Ask(DhcpPacket.Discover, client, 0, 0, 0);
            Assert.AreEqual(host, Ask(DhcpPacket.Request, client, host, Server, 0));
            Assert.AreEqual(DhcpPacket.Ack, Type);
            Host[client] = host;
            return host;
        }

        public int OptionAt(int option)
        {
            int at = 240;
            while (Reply[at] != option)
            {
                Assert.IsTrue(Reply[at] != 255, "the reply ends without the option");
                at += 2 + Reply[at + 1];
            }

            return at + 2;
        }

        public string AddressAt(int at) =>
            Reply[at].ToString() + "." + Reply[at + 1].ToString() + "." + Reply[at + 2].ToString() + "."
                + Reply[at + 3].ToString();
    }
}
