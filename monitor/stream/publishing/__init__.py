"""What is played, sent over the network as streams of the Lab Streaming Layer."""
