"""What rhythm it is: beats that come early from above the ventricles, and states that go on."""
